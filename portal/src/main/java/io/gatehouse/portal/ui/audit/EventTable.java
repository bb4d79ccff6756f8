package io.gatehouse.portal.ui.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.auditlog.AuditRow;
import io.gatehouse.auditlog.AuditSubject;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Events, newest first: the number, when, what happened with a link to what it was about, and through which door. */
class EventTable extends Table {
    EventTable(List<AuditRow> rows) {
        super(I18NProvider.translate("audit.events"));
        untitled();
        numberColumn(text("audit.event"));
        column(text("audit.when"));
        column(text("audit.what"));
        column(text("audit.through"));
        rows.forEach(this::add);
    }

    private void add(AuditRow row) {
        row(new Span(String.valueOf(row.seq())), when(row), what(row), new Span(Reader.word(row.via())));
    }

    private static Span when(AuditRow row) {
        Span when = new Span(Figures.dateTime(row.at()));
        when.addClassName("gh-audit-when");
        return when;
    }

    private static Component what(AuditRow row) {
        Div what = new Div(new Span(row.sentence().in(Reader.language())));
        place(row.subject()).ifPresent(place -> {
            Anchor link = Places.link(place, text("audit.open"));
            link.addClassName("gh-audit-link");
            link.setAriaLabel(I18NProvider.translate("audit.open.event", row.seq()));
            what.add(new Span(" "), link);
        });
        return what;
    }

    /** The page of what an event was about; it may be gone. */
    private static Optional<String> place(AuditSubject subject) {
        Map<String, String> parts = subject.parts();
        return switch (subject.kind()) {
            case MODEL, VERSION, ALIAS -> Optional.of(Places.model(parts.getOrDefault("model", "")));
            case PROMOTION -> Optional.of(Places.promotion(Long.parseLong(parts.getOrDefault("request", "0"))));
            case OVERRIDE -> Optional.of(Places.override(Long.parseLong(parts.getOrDefault("override", "0"))));
            case POLICY -> Optional.of(Places.policy(parts.getOrDefault("policy", "")));
            case VALUE_ASSUMPTIONS -> Optional.of(Places.VALUE_ASSUMPTIONS);
            case RUN -> Optional.of(Places.run(parts.getOrDefault("run", "")));
            case EXAMINATION -> Optional.of(Places.examination(Long.parseLong(parts.getOrDefault("examination", "0"))));
            case EXPERIMENT -> Optional.of(Places.experiment(parts.getOrDefault("experiment", "")));
            // Risk lists name customers, and who reads the log may not read them.
            case RISK_LIST, LOGGED_MODEL, FILES, EVALUATION, PERSON, TOKEN, WEBHOOK, PERMISSION, CHECKPOINT, OTHER ->
                Optional.empty();
        };
    }

    private static String text(String key) {
        return I18NProvider.translate(key);
    }
}
