package io.gatehouse.portal.ui.review;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.CheckResult;
import io.gatehouse.checks.Figure;
import io.gatehouse.checks.Finding;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.IntervalPlot;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.portal.ui.components.Term;
import io.gatehouse.portal.ui.components.TermHelp;
import io.gatehouse.portal.ui.components.Tone;
import io.gatehouse.portal.ui.components.VerdictBadge;
import io.gatehouse.promotion.PromotionDossier.Comment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Every check with its question, its answer and the number behind it; failures first, as the evaluation orders them. */
class CheckList extends Section {
    private final transient List<Comment> comments;
    private final transient Consumer<CheckName> discuss;
    private final transient Function<CheckResult, Optional<Div>> overrides;

    /**
     * @param comments on the request
     * @param discuss lets the reader write about a check
     * @param overrides what is accepted of a check although it did not pass, or may be
     */
    CheckList(
            Evaluation evaluation,
            List<Comment> comments,
            Consumer<CheckName> discuss,
            Function<CheckResult, Optional<Div>> overrides) {
        this.overrides = overrides;
        this.comments = comments;
        this.discuss = discuss;
        addClassName("gh-section");
        setId("checks");
        Paragraph counts = new Paragraph(counts(evaluation.checks()));
        counts.addClassName("gh-section-intro");
        add(new H2(text("review.checks")), new TermHelp(Term.CHECK), counts);
        evaluation.checks().forEach(check -> add(row(check)));
    }

    /** Such as “3 passed · 1 failed”; what could not be told is never counted as passed. */
    static String counts(List<CheckResult> checks) {
        List<String> parts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            long count =
                    checks.stream().filter(check -> check.verdict() == verdict).count();
            if (count > 0) {
                parts.add(text("review.count." + verdict, count));
            }
        }
        return String.join(" · ", parts);
    }

    private Div row(CheckResult check) {
        H3 question = new H3(Reader.said(check.check().question()));
        Div head = new Div(question, new VerdictBadge(check.verdict()));
        head.addClassName("gh-card-head");
        Div row = new Div(head, new Paragraph(check.sentence().in(Reader.language())));
        row.addClassNames("gh-panel", "gh-check");
        row.setId("check-" + check.check().name().toLowerCase(Locale.ROOT));
        Figure headline = check.headline();
        if (headline != null && headline.estimate() != null) {
            row.add(plot(check, headline));
        }
        if (!check.findings().isEmpty()) {
            row.add(findings(check));
        }
        HowSure.of(check).ifPresent(row::add);
        overrides.apply(check).ifPresent(row::add);
        row.add(discussion(check.check()));
        return row;
    }

    private Button discussion(CheckName check) {
        long said =
                comments.stream().filter(comment -> comment.check() == check).count();
        Button button = new Button(
                said == 0 ? text("review.discuss") : text("review.discuss.count", said),
                click -> discuss.accept(check));
        button.setAriaLabel(text("review.discuss.of", Reader.word(check), said));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassName("gh-discuss");
        return button;
    }

    private static IntervalPlot plot(CheckResult check, Figure figure) {
        String name = FigureWords.name(figure);
        IntervalPlot.Row row = new IntervalPlot.Row(
                name,
                figure.estimate(),
                figure.low(),
                figure.high(),
                FigureWords.tone(check.verdict()),
                FigureWords.withInterval(figure, check.currency()));
        return new IntervalPlot(
                name + " " + FigureWords.withInterval(figure, check.currency()) + ". "
                        + FigureWords.heldAgainst(figure, check.currency()),
                List.of(row),
                FigureWords.axis(figure, check.currency()));
    }

    static Details findings(CheckResult check) {
        List<Finding> findings = check.findings();
        UnorderedList list = new UnorderedList();
        list.addClassName("gh-findings");
        findings.forEach(finding -> list.add(line(check, finding)));
        Details details = new Details(text("review.findings", findings.size()), list);
        details.addClassName("gh-numbers");
        return details;
    }

    private static Tone tone(Finding.Remark remark) {
        return switch (remark) {
            case FOR_INFORMATION -> Tone.NONE;
            case WORTH_KNOWING -> Tone.WATCH;
        };
    }

    private static ListItem line(CheckResult check, Finding finding) {
        StatusBadge badge = finding.remark(check.verdict())
                .<StatusBadge>map(remark -> new StatusBadge(tone(remark), Reader.word(remark)))
                .orElseGet(() -> new VerdictBadge(finding.verdict()));
        ListItem line = new ListItem(badge, new Span(finding.sentence().in(Reader.language())));
        Figure figure = finding.figure();
        if (figure != null) {
            String held = FigureWords.heldAgainst(figure, check.currency());
            Span numbers = new Span(FigureWords.withInterval(figure, check.currency())
                    + (held.isEmpty() ? "" : " · " + held)
                    + (figure.n() == null ? "" : " · n = " + Figures.whole(figure.n())));
            numbers.addClassName("gh-caption");
            line.add(numbers);
        }
        return line;
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
