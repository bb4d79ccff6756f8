package io.gatehouse.portal.ui.review;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.CheckResult;
import io.gatehouse.checks.ValueFigures;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.policy.PolicyRef;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Facts;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.VerdictBadge;
import io.gatehouse.promotion.PromotionDossier;
import io.gatehouse.promotion.PromotionDossiers;
import java.util.Optional;

/** One check of a promotion request alone, with every figure that its workbook has: what the review shows of it, and all behind that. */
public abstract class CheckPage extends Page implements BeforeEnterObserver {
    private final transient CurrentPerson current;
    private final transient PromotionDossiers dossiers;
    private final CheckName name;

    protected CheckPage(CurrentPerson current, PromotionDossiers dossiers, CheckName name) {
        this.current = current;
        this.dossiers = dossiers;
        this.name = name;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String address = event.getRouteParameters().get("number").orElse("");
        PromotionDossier dossier = ReviewView.requestNumber(address)
                .flatMap(number -> dossiers.dossier(current.actor(), number))
                .orElseThrow(() -> new NotFoundException(text("review.not-found", address)));
        removeAll();
        Evaluation evaluation = dossier.evaluation();
        String title = text("check." + name + ".title", dossier.model(), dossier.version());
        setPageTitle(title, "PR-" + dossier.number());
        Optional<CheckResult> check = evaluation == null ? Optional.empty() : evaluation.check(name);
        if (evaluation == null || check.isEmpty()) {
            add(new PageHeader(title), new EmptyState(text("check.none"), text("check.none.hint")));
            return;
        }
        add(header(title, dossier, evaluation, check.get()));
        show(evaluation, check.get());
        if (!check.get().findings().isEmpty()) {
            add(section(text("check.findings"), CheckList.findings(check.get())));
        }
        add(section(text("check.basis"), basis(evaluation)));
    }

    private static PageHeader header(String title, PromotionDossier dossier, Evaluation evaluation, CheckResult check) {
        PageHeader header = new PageHeader(title)
                .verdict(check.sentence().in(Reader.language()))
                .asOf(text(
                        "check.as-of",
                        "PR-" + dossier.number(),
                        Figures.told(evaluation.evidence().snapshotAt()),
                        Figures.dateTime(evaluation.at()),
                        evaluation.policy().name(),
                        evaluation.policy().version(),
                        Reader.word(evaluation.policy().use())));
        header.add(new Div(new VerdictBadge(check.verdict())));
        return header;
    }

    private void show(Evaluation evaluation, CheckResult check) {
        if (name == CheckName.FAIRNESS) {
            add(
                    section(text("review.fairness"), new FairnessPanel(check)),
                    section(
                            text("check.counts"),
                            text("check.counts.intro"),
                            FullNumbers.counts(text("check.counts"), check.segments())));
            if (!check.crossings().isEmpty()) {
                add(section(
                        text("check.counts.pairs"), FullNumbers.counts(text("check.counts.pairs"), check.crossings())));
            }
            return;
        }
        ValueFigures value = check.value();
        if (value == null) {
            add(new EmptyState(text("check.no-value"), text("check.none.hint")));
            return;
        }
        add(
                section(text("review.roi"), new ValuePanel(value, check.month(), evaluation.model())),
                section(text("check.value"), text("check.value.intro"), FullNumbers.of(value, check.month())));
    }

    /** What the workbook says of its origin. */
    private static Facts basis(Evaluation evaluation) {
        Evaluation.Evidence evidence = evaluation.evidence();
        PolicyRef policy = evaluation.policy();
        return new Facts()
                .add(text("check.evaluation"), "EV-" + evaluation.number())
                .add(text("check.evidence"), evidence.path())
                .add(
                        text("check.rows"),
                        text("check.rows.words", Figures.whole(evidence.testRows()), Figures.whole(evidence.rows())))
                .code(text("review.origin.evidence.hash"), evidence.sha256())
                .add(text("as-of.policy"), policy.name() + " v" + policy.version())
                .code(text("check.policy.hash"), policy.sha256())
                .code(text("review.origin.ruling"), evaluation.rulingSha256());
    }
}
