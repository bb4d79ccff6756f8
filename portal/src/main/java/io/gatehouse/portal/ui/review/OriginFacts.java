package io.gatehouse.portal.ui.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Facts;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Snippet;
import io.gatehouse.promotion.PromotionDossier;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the version came from and what it was judged on, with the way to its whole lineage. */
class OriginFacts extends Div {
    OriginFacts(PromotionDossier dossier, Optional<Component> pack) {
        addClassNames("gh-panel", "gh-stack");
        PromotionDossier.Origin origin = dossier.lineage();
        Facts facts = new Facts();
        if (origin.runId() != null) {
            facts.add(
                    text("review.origin.run"),
                    Places.link(
                            Places.run(origin.runId()), origin.runName() == null ? origin.runId() : origin.runName()));
        } else {
            facts.add(text("review.origin.run"), text("review.origin.no-run"));
        }
        facts.add(text("review.origin.data"), orEmpty(origin.dataVersion()));
        facts.code(text("review.origin.hash"), orEmpty(origin.dataHash()));
        facts.code(text("review.origin.commit"), orEmpty(origin.gitCommit()));
        Evaluation evaluation = dossier.evaluation();
        if (evaluation != null) {
            Evaluation.Evidence evidence = evaluation.evidence();
            facts.add(
                    text("review.origin.evidence"),
                    text(
                            "review.origin.evidence.words",
                            Figures.whole(evidence.testRows()),
                            Figures.whole(evidence.rows()),
                            evidence.snapshotAt().isEmpty()
                                    ? Figures.notKnown()
                                    : Figures.told(evidence.snapshotAt())));
            facts.code(text("review.origin.evidence.hash"), evidence.sha256());
            facts.add(
                    text("review.origin.ruling"), new Snippet(text("review.origin.ruling"), evaluation.rulingSha256()));
            facts.add(text("review.origin.recompute"), recompute(evaluation, pack));
        }
        Anchor lineage = Places.button(
                Places.lineage("version/" + dossier.model() + "/" + dossier.version()), text("review.origin.lineage"));
        add(facts, new Div(lineage));
    }

    /** Anybody can judge the same case again, without this portal, and must come to the same digest. */
    private static Div recompute(Evaluation evaluation, Optional<Component> pack) {
        String table = evaluation.evidence().path();
        String name = table.substring(table.lastIndexOf('/') + 1);
        Paragraph how = new Paragraph(text("review.origin.recompute.words"));
        how.addClassName("gh-caption");
        String command = "./gatehouse evaluate '" + name.replace("'", "'\\''")
                + "' --case case.json --format json --output ruling.json && sha256sum ruling.json";
        Div again = new Div(how, new Snippet(text("review.origin.recompute"), command));
        pack.ifPresent(again::add);
        return again;
    }

    private static String orEmpty(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
