package io.gatehouse.champions;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.evaluation.SampleEvaluations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgainstEarlierTest {
    private static final Evaluation BEFORE = SampleEvaluations.of(1).done();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.88 | 780 | 1.25 | too close to call | How well it ranks customers is too close to call. | What it is worth is too close to call: $1.25 a customer against $1.25, modelled.",
                "0.91 | 850 | 1.75 | clearly more | It ranks customers better. | It is worth more: $1.75 a customer against $1.25, modelled.",
                "0.85 | 700 | 0.75 | clearly fewer | It ranks customers worse. | It is worth less: $0.75 a customer against $1.25, modelled.",
                "0.90 | 800 | 1.65 | too close to call | How well it ranks customers is too close to call. | What it is worth is too close to call: $1.65 a customer against $1.25, modelled."
            })
    void onOtherCustomersNoMoreIsSaidThanIntervalsThatLieApart(
            double auc, long found, double net, String more, String ranking, String worth) {
        Evaluation later =
                SampleEvaluations.of(2).auc(auc).found(found).net(net).done();

        assertThat(AgainstEarlier.sentence(2, later, 1, BEFORE).english())
                .isEqualTo("Version 2 finds " + found / 10 + " of every 100 customers who leave, version 1 found 78: "
                        + more + ". " + ranking + " " + worth + " Each was judged on its own test customers.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.006 | 0.06 | It ranks customers better. It is worth $0.06 a customer more, likely between $0.01 and $0.11, modelled.",
                "-0.006 | -0.06 | It ranks customers worse. It is worth $0.06 a customer less, likely between $0.01 and $0.11, modelled.",
                "0.004 | 0.04 | How well it ranks customers is too close to call. What it is worth is too close to call: a customer is worth $0.04 more, likely between −$0.01 and $0.09 (below zero means less), modelled."
            })
    void onTheSameCustomersTheDifferenceItselfDecides(double auc, double net, String words) {
        // The figures one by one are alike; only the difference on the same customers tells them apart.
        Evaluation later = SampleEvaluations.of(2).beside(1, auc, net).done();

        String sentence = AgainstEarlier.sentence(2, later, 1, BEFORE).english();

        assertThat(sentence).contains("On the same customers: " + words).doesNotContain("its own test customers");
    }

    @Test
    void aComparisonWithAThirdVersionIsNoneWithThisOne() {
        Evaluation later = SampleEvaluations.of(4).beside(3, 0.05, 1).done();

        String sentence = AgainstEarlier.sentence(4, later, 1, BEFORE).english();

        assertThat(sentence)
                .contains("How well it ranks customers is too close to call", "Each was judged on its own")
                .doesNotContain("On the same customers");
    }

    @Test
    void whatWasNotJudgedIsNotCompared() {
        String unknown =
                "How version 2 does beside version 1 is not known, since not both have an evaluation on record.";

        assertThat(AgainstEarlier.sentence(2, null, 1, BEFORE).english()).isEqualTo(unknown);
        assertThat(AgainstEarlier.sentence(2, BEFORE, 1, null).english()).isEqualTo(unknown);
    }
}
