package io.gatehouse.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.checks.Finding.Remark;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.sentences.Sentences;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingTest {
    @ParameterizedTest
    @CsvSource({
        "NOT_APPLICABLE, BREAK_EVEN, PASS, FOR_INFORMATION",
        "NOT_APPLICABLE, BREAK_EVEN, FAIL, FOR_INFORMATION",
        "NOT_APPLICABLE, SAID_AND_NOT_DONE, PASS, WORTH_KNOWING",
        "NOT_APPLICABLE, FIRST_CHAMPION, PASS,",
        "NOT_APPLICABLE, SINGLE_GROUP, PASS,",
        "NOT_APPLICABLE, NO_RUN, NOT_APPLICABLE,",
        "INCONCLUSIVE, TOO_CLOSE, INCONCLUSIVE,",
        "PASS, MET, PASS,"
    })
    void whatTellsSomethingAndJudgesNothingIsARemarkAndNotInapplicable(
            Verdict verdict, String code, Verdict ofCheck, @Nullable Remark remark) {
        Finding finding = new Finding(verdict, code, null, Sentences.say("promotion.no_checks"));

        if (remark == null) {
            assertThat(finding.remark(ofCheck)).isEmpty();
        } else {
            assertThat(finding.remark(ofCheck)).contains(remark);
        }
    }
}
