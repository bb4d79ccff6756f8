package io.gatehouse.portal.ui.policies;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.checks.CheckName;
import io.gatehouse.policy.ChampionAhead;
import io.gatehouse.policy.ChampionAhead.Turn;
import io.gatehouse.policy.Proposal;
import io.gatehouse.policy.Proposal.Wanted;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.portal.ui.components.Tone;
import io.gatehouse.portal.ui.components.VerdictBadge;
import io.gatehouse.sentences.Sentence;
import java.util.List;

/** What a proposal would say of each version in use: which check turns, and in which words. */
class ChampionsAhead extends Div {
    ChampionsAhead(Proposal.Read read) {
        addClassName("gh-stack");
        Paragraph summary = new Paragraph(summary(read));
        summary.addClassName("gh-status-line");
        add(summary);
        if (read.champions().isEmpty()) {
            return;
        }
        boolean money = read.proposal().wanted() instanceof Wanted.Assumptions;
        Table table = new Table(text("proposal.ahead"))
                .untitled()
                .column(text("proposal.ahead.model"))
                .column(text("proposal.ahead.outcome"))
                .column(text("proposal.ahead.why"));
        read.champions().forEach(champion -> table.row(name(champion), outcome(champion), why(champion, money)));
        add(table);
    }

    /** “2 of 3 versions in use would fail today.” */
    static String summary(Proposal.Read read) {
        List<ChampionAhead> champions = read.champions();
        if (champions.isEmpty()) {
            return text("proposal.ahead.none");
        }
        long judged = champions.stream()
                .filter(champion -> champion.notJudged() == null)
                .count();
        String would = read.wouldFail().isEmpty()
                ? text(judged == 1 ? "proposal.ahead.all.one" : "proposal.ahead.all", judged)
                : text(
                        judged == 1 ? "proposal.ahead.some.one" : "proposal.ahead.some",
                        read.wouldFail().size(),
                        judged);
        long already = champions.stream().filter(ChampionAhead::failsAlready).count();
        long missing = champions.size() - judged;
        return (judged == 0 ? "" : would)
                + (already == 0 ? "" : " " + text("proposal.ahead.already.count", already))
                + (missing == 0 ? "" : " " + text("proposal.ahead.missing", missing));
    }

    private static Component name(ChampionAhead champion) {
        return new Span(
                Places.link(Places.model(champion.model()), champion.model()),
                new Span(" " + text("proposal.ahead.version", champion.version())));
    }

    private static Component outcome(ChampionAhead champion) {
        if (champion.notJudged() != null) {
            return new StatusBadge(Tone.NONE, text("proposal.ahead.not-judged"));
        }
        if (champion.wouldFail()) {
            return new StatusBadge(Tone.ACT, text("proposal.ahead.fails"));
        }
        return champion.failsAlready()
                ? new StatusBadge(Tone.WATCH, text("proposal.ahead.already"))
                : new StatusBadge(Tone.OK, text("proposal.ahead.passes"));
    }

    private static Component why(ChampionAhead champion, boolean money) {
        Sentence notJudged = champion.notJudged();
        if (notJudged != null) {
            return new Span(notJudged.in(Reader.language()));
        }
        Div all = new Div();
        all.addClassName("gh-stack");
        List<Turn> shown = champion.turns().stream()
                .filter(turn ->
                        turn.before() != turn.after() || money && turn.check().equals(CheckName.VALUE.name()))
                .toList();
        if (shown.isEmpty()) {
            return new Span(text("proposal.ahead.same"));
        }
        shown.forEach(turn -> all.add(turn(turn)));
        return all;
    }

    private static Div turn(Turn turn) {
        Div verdicts = new Div(
                new Span(Reader.word(CheckName.valueOf(turn.check())) + ": "),
                new VerdictBadge(turn.before()),
                new Span(" → "),
                new VerdictBadge(turn.after()));
        verdicts.addClassName("gh-chips");
        Paragraph was = new Paragraph(text("proposal.ahead.today", turn.was().in(Reader.language())));
        was.addClassName("gh-caption");
        return new Div(verdicts, new Paragraph(turn.sentence().in(Reader.language())), was);
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
