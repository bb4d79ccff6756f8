package io.gatehouse.portal.ui.models;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.champions.ModelPage;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.portal.ui.components.Term;
import io.gatehouse.portal.ui.components.TermHelp;
import io.gatehouse.portal.ui.components.VerdictBadge;
import java.util.Optional;

/** What the policy asks of the version in use, whether it is met, and the answer in words. */
final class KeyResults {
    private KeyResults() {}

    /** @param linked whether the reader may read the request that its evidence is shown with. @return empty if it was never judged */
    static Optional<Section> of(ModelPage page, boolean linked) {
        if (page.results().isEmpty()) {
            return Optional.empty();
        }
        Table table = new Table(text("models.asked")).untitled();
        table.column(text("models.asked.question"))
                .column(text("models.asked.met"))
                .column(text("models.asked.answer"));
        page.results()
                .forEach(result -> table.row(
                        new Span(Reader.said(result.check().question())),
                        new VerdictBadge(result.verdict()),
                        new Span(result.sentence().in(Reader.language()))));
        Section section = new Section(new H2(text("models.asked")), new TermHelp(Term.CHECK));
        section.addClassName("gh-section");
        section.setId("asked");
        Long request = page.champion().requestNumber();
        String policy = page.champion().policy();
        if (!policy.isEmpty()) {
            Paragraph intro = new Paragraph(text("models.asked.intro", policy));
            intro.addClassName("gh-section-intro");
            section.add(intro);
        }
        section.add(table);
        if (linked && request != null) {
            section.add(new Paragraph(Places.link(
                    Places.promotion(request) + "#checks", text("models.asked.evidence", "PR-" + request))));
        }
        return Optional.of(section);
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
