package io.gatehouse.portal.ui.review;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.portal.ui.components.Snippet;
import io.gatehouse.promotion.PromotionDossier;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** How the evidence that a request lacks is put beside its run: a script to be copied, with the run, the folder and the columns in it. */
class EvidenceScript extends Details {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * @param folder below the artifacts of the run
     * @param groups columns that the policy compares groups by
     */
    EvidenceScript(PromotionDossier dossier, String run, String folder, List<String> groups) {
        Paragraph words = new Paragraph(text("review.script.words"));
        words.addClassName("gh-caption");
        setSummaryText(text("review.script"));
        addClassName("gh-numbers");
        add(words, new Snippet(text("review.script.label"), script(dossier, run, folder, groups)));
    }

    private static String script(PromotionDossier dossier, String run, String folder, List<String> groups) {
        String columns = list(Stream.concat(Stream.of("customer_id", "split", "churned", "score"), groups.stream())
                .toList());
        return """
                import json
                import tempfile
                from pathlib import Path

                import mlflow

                # %s
                #   customer_id: %s
                #   split: %s
                #   churned: %s
                #   score: %s
                %s#   champion_score: %s
                rows = ...
                columns = %s
                description = {
                    "evidence_version": 1,
                    "id": "customer_id",
                    "split": "split",
                    "label": "churned",
                    "positive_label": 1,
                    "score": "score",
                    "segments": %s,
                }

                client = mlflow.MlflowClient()
                champion = client.get_registered_model(%s).aliases.get(%s)
                if champion:
                    columns.append("champion_score")
                    description["baseline"] = {"model": %s, "version": str(champion), "score": "champion_score"}

                folder = Path(tempfile.mkdtemp())
                rows[columns].to_parquet(folder / "predictions.parquet", index=False)
                (folder / "evidence.json").write_text(json.dumps(description, indent=2))
                client.log_artifacts(%s, str(folder), %s)
                """.formatted(
                text("review.script.rows"),
                text("review.script.id"),
                text("review.script.split"),
                text("review.script.label-column"),
                text("review.script.score"),
                groups.isEmpty()
                        ? ""
                        : "#   " + String.join(", ", groups).replaceAll("\\R", " ") + ": "
                                + text("review.script.groups") + "\n",
                text("review.script.champion"),
                columns,
                list(groups),
                quoted(dossier.model()),
                quoted(dossier.alias()),
                quoted(dossier.model()),
                quoted(run),
                quoted(folder)).strip();
    }

    /** A text as JSON and Python write it. */
    private static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }

    private static String list(List<String> texts) {
        return texts.stream().map(EvidenceScript::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String text(String key) {
        return I18NProvider.translate(key);
    }
}
