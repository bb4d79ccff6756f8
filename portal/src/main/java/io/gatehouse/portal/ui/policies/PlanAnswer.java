package io.gatehouse.portal.ui.policies;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.fairness.planning.GroupNeed;
import io.gatehouse.fairness.planning.GroupNeed.Obstacle;
import io.gatehouse.fairness.planning.PassChance;
import io.gatehouse.fairness.planning.Planner;
import io.gatehouse.fairness.segments.Rate;
import io.gatehouse.policy.PolicyDocument;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.portal.ui.components.Tone;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** What a plan found: whether a fair model can pass and how often, what stands in the way, and what every group needs. */
class PlanAnswer extends Div {
    /** Enough for a percentage to within five points. */
    private static final int REPLICATES = 400;

    private static final int SEARCH_REPLICATES = 100;
    private static final double WANTED = 0.8;
    private static final long SEED = 20_261_121;

    private final transient Map<String, String> called;

    PlanAnswer(Planner planner, PolicyDocument.Fairness asked, long customers) {
        this.called = asked.attributes().stream()
                .collect(Collectors.toMap(PolicyDocument.Attribute::column, PolicyDocument.Attribute::called));
        addClassName("gh-plan");
        List<GroupNeed> needs = planner.needs();
        boolean possible = planner.canBePassed();
        PassChance chance = planner.chanceOfPassing(customers, REPLICATES, SEED);
        StatusBadge badge = !possible
                ? new StatusBadge(Tone.ACT, text("planner.never"))
                : chance.probability() >= WANTED
                        ? new StatusBadge(Tone.OK, text("planner.likely"))
                        : new StatusBadge(Tone.WATCH, text("planner.unlikely"));
        Paragraph verdict = new Paragraph(verdict(planner, chance, possible));
        verdict.addClassName("gh-verdict");
        add(new H2(text("planner.answer")), badge.large(), verdict);
        UnorderedList remarks = new UnorderedList();
        needs.stream().filter(need -> need.obstacle() != Obstacle.NONE).forEach(need -> remarks.add(obstacle(need)));
        chance.tooFewToJudge().stream()
                .filter(group ->
                        needs.stream().noneMatch(need -> isOf(need, group) && need.obstacle() != Obstacle.NONE))
                .forEach(group -> remarks.add(new ListItem(text(
                        "planner.too-few",
                        group.group(),
                        word(group.attribute()),
                        Figures.ofHundred(group.tooFew()),
                        text(asked.smallGroupsBlock() ? "planner.blocks" : "planner.listed")))));
        if (remarks.getElement().getChildCount() > 0) {
            add(remarks);
        }
        add(table(needs, chance));
        Paragraph how = new Paragraph(text("planner.how", REPLICATES));
        how.addClassName("gh-caption");
        add(how);
    }

    private static String verdict(Planner planner, PassChance chance, boolean possible) {
        if (!possible) {
            return text("planner.verdict.never");
        }
        String now = text(
                "planner.verdict",
                Figures.whole(chance.rows()),
                Figures.ofHundred(chance.probability()),
                Figures.ofHundred(chance.interval().low()),
                Figures.ofHundred(chance.interval().high()));
        if (chance.probability() >= WANTED) {
            return now;
        }
        OptionalLong rows = planner.rowsToPass(WANTED, SEARCH_REPLICATES, SEED);
        return now + " "
                + (rows.isPresent()
                        ? text("planner.verdict.enough", Figures.whole(rows.getAsLong()))
                        : text("planner.verdict.not-by-size"));
    }

    private ListItem obstacle(GroupNeed need) {
        return new ListItem(text(
                "planner.obstacle." + need.obstacle(),
                need.group(),
                word(need.attribute()),
                need.reference(),
                text(need.blocks() ? "planner.blocks" : "planner.listed")));
    }

    private Table table(List<GroupNeed> needs, PassChance chance) {
        Table table = new Table(text("planner.table"))
                .column(text("planner.group"))
                .column(text("planner.rate"))
                .numberColumn(text("planner.own"))
                .numberColumn(text("planner.all"))
                .numberColumn(text("planner.passes"))
                .numberColumn(text("planner.small"));
        for (GroupNeed need : needs) {
            PassChance.GroupChance found = chance.groups().stream()
                    .filter(group -> isOf(need, group))
                    .findFirst()
                    .orElseThrow();
            table.row(
                    new Span(text("planner.group.of", need.group(), word(need.attribute()))),
                    new Span(rate(need.rate())),
                    new Span(count(need.groupSubscribers())),
                    new Span(count(need.allSubscribers())),
                    new Span(Figures.ofHundred(found.passes())),
                    new Span(Figures.ofHundred(found.tooFew())));
        }
        return table;
    }

    private static boolean isOf(GroupNeed need, PassChance.GroupChance group) {
        return need.attribute().equals(group.attribute())
                && need.group().equals(group.group())
                && need.rate() == group.rate();
    }

    private static String count(double subscribers) {
        return Double.isInfinite(subscribers) ? text("planner.no-number") : Figures.whole(subscribers);
    }

    private String word(String column) {
        return called.getOrDefault(column, column);
    }

    private static String rate(Rate rate) {
        return switch (rate) {
            case FALSE_POSITIVE_RATE -> text("planner.rate.false-positive");
            case SELECTION_RATE -> text("planner.rate.selection");
            default -> text("planner.rate.true-positive");
        };
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
