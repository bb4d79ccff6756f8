package io.gatehouse.checks;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.checks.ValueFigures.AgainstChampion;
import io.gatehouse.fairness.value.CampaignEconomics;
import io.gatehouse.fairness.value.CampaignMonth;
import io.gatehouse.fairness.value.MeanValue;
import io.gatehouse.fairness.value.PairedValue;
import io.gatehouse.fairness.value.Payback;
import io.gatehouse.fairness.value.ValueRule;
import io.gatehouse.fairness.verdicts.Judgement;
import io.gatehouse.fairness.verdicts.ReasonCode;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.money.Money;
import io.gatehouse.policy.ValueAssumptions;
import io.gatehouse.scoring.EvidenceStatistics;
import io.gatehouse.sentences.Sentence;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Does acting on it pay for itself, against contacting nobody, and no less than the champion on the same customers? */
final class ValueCheck implements Check {
    @Override
    public CheckResult answer(Judged judged) {
        CampaignWorth worth = CampaignWorth.of(judged);
        CampaignEconomics economics = CampaignWorth.economics(judged.assumptions());
        ValueRule rule = judged.valueRule();
        Findings findings = new Findings();
        MeanValue each = worth.perCustomer();
        Judgement nobody = againstNobody(judged, rule, each, findings);
        AgainstChampion champion = againstChampion(judged, worth, rule, findings);
        findings.add(
                Verdict.NOT_APPLICABLE,
                "ACTING_THRESHOLD",
                say(
                        economics.breakEvenScore() <= 1 ? "value.threshold" : "value.threshold.never",
                        "threshold",
                        judged.statistics().threshold(),
                        "break_even",
                        economics.breakEvenScore()));
        ValueFigures figures = figures(judged, worth, nobody, champion);
        MonthFigures month = month(worth, findings);
        Weighting.of(judged.statistics()).tell(findings);
        Verdict verdict = findings.verdict();
        return new CheckResult(
                CheckName.VALUE,
                verdict,
                findings.deciding().reasonCode(),
                champion == null ? figures.netPerCustomer() : champion.differencePerCustomer(),
                sentence(verdict, figures, findings),
                findings.worstFirst(),
                List.of(),
                null,
                figures,
                List.of(),
                month);
    }

    private static @Nullable MonthFigures month(CampaignWorth worth, Findings findings) {
        if (worth.counts().total() == 0) {
            return null;
        }
        MonthFigures month = worth.month();
        Double rate = month.breakEvenSaveRate().estimate();
        if (rate != null) {
            findings.add(
                    Verdict.NOT_APPLICABLE,
                    "BREAK_EVEN_SAVE_RATE",
                    say(
                            rate <= 1 ? "value.break_even" : "value.break_even.never",
                            "rate",
                            rate,
                            "assumed",
                            assumedSaveRate(month)));
        }
        return month;
    }

    private static double assumedSaveRate(MonthFigures month) {
        return month.hangsOn().stream()
                .filter(bar -> bar.input() == CampaignMonth.Input.SAVE_RATE)
                .findFirst()
                .orElseThrow()
                .assumed();
    }

    private static Judgement againstNobody(Judged judged, ValueRule rule, MeanValue each, Findings findings) {
        Judgement judgement = rule.againstNobody(each);
        String code = switch (judgement.verdict()) {
            case PASS -> "value.nobody.met";
            case FAIL -> "value.nobody.not";
            default -> judgement.reason() == ReasonCode.TOO_FEW_ROWS ? "value.nobody.few" : "value.nobody.unclear";
        };
        findings.add(
                judgement,
                Findings.figure("net_per_customer", judgement, Figure.Unit.MONEY),
                say(
                        code,
                        "currency",
                        currency(judged.assumptions()),
                        "each",
                        judgement.estimate(),
                        "low",
                        judgement.interval().low(),
                        "high",
                        judgement.interval().high(),
                        "needed",
                        rule.minRows()));
        return judgement;
    }

    private static @Nullable AgainstChampion againstChampion(
            Judged judged, CampaignWorth worth, ValueRule rule, Findings findings) {
        return switch (judged.baseline()) {
            case Judged.Baseline.Nobody() -> {
                findings.add(Verdict.NOT_APPLICABLE, "FIRST_CHAMPION", say("value.champion.first"));
                yield null;
            }
            case Judged.Baseline.Unusable(Sentence sentence) -> {
                findings.add(Verdict.ERROR, "NOT_COMPARABLE", sentence);
                yield null;
            }
            case Judged.Baseline.Champion(int version, EvidenceStatistics.Pairs pairs) -> {
                PairedValue paired = worth.beside(pairs);
                Judgement judgement = rule.againstChampion(paired);
                Figure figure = Findings.figure("value_difference_per_customer", judgement, Figure.Unit.MONEY);
                double margin = -judgement.threshold();
                findings.add(
                        judgement,
                        figure,
                        say(
                                "value.champion." + Beside.words(judgement),
                                "currency",
                                currency(judged.assumptions()),
                                "champion",
                                version,
                                "difference",
                                judgement.estimate(),
                                "low",
                                judgement.interval().low(),
                                "high",
                                judgement.interval().high(),
                                "margin",
                                margin,
                                "needed",
                                rule.minRows()));
                yield new AgainstChampion(
                        version,
                        figure,
                        margin,
                        Money.of(
                                paired.champion().mean() * pairs.rows(),
                                judged.assumptions().customerValue().currency()));
            }
        };
    }

    private static ValueFigures figures(
            Judged judged, CampaignWorth worth, Judgement nobody, @Nullable AgainstChampion champion) {
        ValueAssumptions assumptions = judged.assumptions();
        CampaignEconomics economics = CampaignWorth.economics(assumptions);
        long customers = worth.counts().total();
        ContactedCounts contacted = worth.contacted();
        double monthly = customers == 0 ? 0 : worth.net() / customers * assumptions.customersPerMonth();
        return new ValueFigures(
                assumptions,
                judged.statistics().threshold(),
                economics.breakEvenScore(),
                customers,
                contacted.contacted(),
                contacted.leavers(),
                money(worth.benefit(), assumptions),
                money(worth.benefit() - worth.net(), assumptions),
                money(worth.net(), assumptions),
                Findings.figure("net_per_customer", nobody, Figure.Unit.MONEY)
                        .outOf(Weighting.of(judged.statistics()).effectiveRows()),
                worth.roi(),
                money(monthly, assumptions),
                payback(assumptions.oneTimeCostLow(), monthly, assumptions.runningCostLow()),
                payback(assumptions.oneTimeCostHigh(), monthly, assumptions.runningCostHigh()),
                champion,
                ContactedCounts.deciles(judged.statistics(), assumptions));
    }

    private static double payback(Money once, double monthly, Money running) {
        return new Payback(
                        once.amount().doubleValue(), monthly, running.amount().doubleValue())
                .months();
    }

    private static String currency(ValueAssumptions assumptions) {
        return assumptions.customerValue().currency().getCurrencyCode();
    }

    private static Money money(double amount, ValueAssumptions assumptions) {
        return Money.of(amount, assumptions.customerValue().currency());
    }

    private static Sentence sentence(Verdict verdict, ValueFigures figures, Findings findings) {
        if (verdict != Verdict.PASS) {
            Sentence reason = findings.deciding().sentence();
            // It may well pay, and yet be worth less than what is in use.
            String beside = reason.code().startsWith("value.champion.") ? ".champion" : "";
            return say("value." + verdict.name().toLowerCase(Locale.ROOT) + beside, "reason", reason.english());
        }
        Figure each = figures.netPerCustomer();
        AgainstChampion champion = figures.againstChampion();
        if (champion == null) {
            return say(
                    "value.pass",
                    "currency",
                    currency(figures.assumptions()),
                    "customers",
                    figures.customers(),
                    "net",
                    figures.net().amount(),
                    "each",
                    number(each.estimate()),
                    "low",
                    number(each.low()),
                    "high",
                    number(each.high()));
        }
        return say(
                "value.pass.champion",
                "currency",
                currency(figures.assumptions()),
                "champion",
                champion.championVersion(),
                "difference",
                number(champion.differencePerCustomer().estimate()),
                "difference_low",
                number(champion.differencePerCustomer().low()),
                "difference_high",
                number(champion.differencePerCustomer().high()),
                "net",
                figures.net().amount(),
                "customers",
                figures.customers());
    }

    private static double number(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }
}
