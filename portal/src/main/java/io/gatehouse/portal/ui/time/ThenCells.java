package io.gatehouse.portal.ui.time;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.champions.ChampionThen;
import io.gatehouse.champions.FiguresThen;
import io.gatehouse.champions.Tenure;
import io.gatehouse.checks.Figure;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.money.Money;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.PersonTag;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.VerdictBadge;
import java.time.LocalDate;
import java.util.Optional;

/** What is written of a version that was in use then; a dash where none was. */
final class ThenCells {
    private static final String NONE = "–";

    private final ChampionThen then;
    private final Optional<Tenure> tenure;
    private final Optional<FiguresThen> figures;

    ThenCells(ChampionThen then) {
        this.then = then;
        this.tenure = Optional.ofNullable(then.tenure());
        this.figures = Optional.ofNullable(then.figures());
    }

    /** The way to its timeline; where nothing was in use, with the sentence that says since when something was. */
    Component model() {
        Div model = new Div(Places.link(Places.timeline(then.model()), then.model()));
        if (tenure.isEmpty()) {
            Div nobody = new Div(new Span(then.sentence().in(Reader.language())));
            nobody.addClassName("gh-caption");
            model.add(nobody);
        }
        return model;
    }

    /** A link to the three answers of that day. */
    Component version(LocalDate day) {
        return tenure.<Component>map(held -> {
                    Anchor link = Places.link(
                            Places.answers(then.model(), day), I18NProvider.translate("version", held.version()));
                    link.addClassName("gh-one-line");
                    return link;
                })
                .orElseGet(() -> new Span(I18NProvider.translate("as-of.version.none")));
    }

    String since() {
        return tenure.map(held -> Figures.date(held.from())).orElse(NONE);
    }

    Component approvers() {
        return tenure.<Component>map(held -> PersonTag.row(held.approvedBy())).orElseGet(() -> new Span(NONE));
    }

    String approved() {
        return tenure.map(
                        held -> held.approvedBy().isEmpty() ? Figures.notKnown() : String.join(", ", held.approvedBy()))
                .orElse(NONE);
    }

    String policy() {
        return tenure.map(held -> held.policy().isEmpty() ? Figures.notKnown() : held.policy())
                .orElse(NONE);
    }

    String auc() {
        return figure(figures.map(FiguresThen::auc).map(Figure::estimate).map(Figures::index));
    }

    String claimed() {
        return figures.isEmpty()
                ? absent()
                : Optional.ofNullable(figures.get().claimed().claimed())
                        .map(Figures::index)
                        .orElse(I18NProvider.translate("claimed.absent"));
    }

    String roi() {
        return figure(figures.map(FiguresThen::roi).map(Figures::percent));
    }

    String worth() {
        Optional<Money> worth = figures.map(FiguresThen::netPerMonth);
        return figure(worth.map(Figures::money));
    }

    Component fairness() {
        Optional<Verdict> verdict = figures.map(FiguresThen::fairness);
        return verdict.<Component>map(VerdictBadge::new).orElseGet(() -> new Span(absent()));
    }

    private String figure(Optional<String> written) {
        return written.orElseGet(this::absent);
    }

    private String absent() {
        return tenure.isEmpty() ? NONE : Figures.notKnown();
    }
}
