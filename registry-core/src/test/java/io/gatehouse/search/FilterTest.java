package io.gatehouse.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {
    private static final SearchScope RUNS = SearchScope.of("attributes", "attribute")
            .text("name", "r.name", "run name")
            .listedText("run_id", "r.id")
            .number("start_time", "r.start_ms")
            .time("creation_time", "r.created_at")
            .tags(
                    Set.of("tags", "tag"),
                    "tag",
                    "run_tag t where t.run_id = r.id and t.tag_key = ?",
                    "t.tag_value",
                    true)
            .metrics(Set.of("metrics"), "metric m where m.run_id = r.id and m.metric_key = ?", "m.value", "m.is_nan")
            .defaultOrder("start_time DESC")
            .tieBreak("run_id ASC")
            .build();

    @Test
    void clausesAreReadIntoTypedParts() {
        Filter filter = Filter.parse(
                " metrics.auc >= -.5e-1 and tags.`a b` ILIKE '%x''  AND run_id NOT IN ('a','b',)".replace("''", "'"));

        assertThat(filter.clauses())
                .containsExactly(
                        new Clause(new Identifier("metrics", "auc"), Comparator.AT_LEAST, new Operand.Figure("-.5e-1")),
                        new Clause(new Identifier("tags", "a b"), Comparator.ILIKE, new Operand.Text("%x")),
                        new Clause(
                                new Identifier("", "run_id"), Comparator.NOT_IN, new Operand.Texts(List.of("a", "b"))));
    }

    @Test
    void aFilterIsWrittenAsItIsReadAgain() {
        for (String text : List.of(
                "metrics.auc >= -.5e-1 AND tags.`a b` ILIKE '%x'",
                "run_id NOT IN ('a', 'b')",
                "tags.mlflow.note = \"it's\"",
                "params.\"a`b\" IS NOT NULL AND `1` = 'x'",
                "")) {
            Filter filter = Filter.parse(text);

            assertThat(filter.written()).isEqualTo(text);
            assertThat(Filter.parse(filter.written()).clauses()).isEqualTo(filter.clauses());
        }
    }

    @Test
    void aClauseIsTakenOutAndPutIn() {
        Filter filter = Filter.parse("metrics.a > 1 AND tags.b = 'c'");

        assertThat(filter.without(filter.clauses().getFirst()).written()).isEqualTo("tags.b = 'c'");
        assertThat(filter.and(new Clause(new Identifier("", "name"), Comparator.LIKE, new Operand.Text("x")))
                        .written())
                .isEqualTo("metrics.a > 1 AND tags.b = 'c' AND name LIKE 'x'");
    }

    @Test
    void whatIsWrongIsSaidWithItsPlace() {
        assertThat(place("metrics.a > 1 AND tags.b is good")).isEqualTo(28);
        assertThat(place("metrics.a >")).isEqualTo(11);
        assertThat(place("metrics.a > 1 AND nowhere = 'x'")).isEqualTo(18);
    }

    private static int place(String text) {
        try {
            RUNS.where(Filter.parse(text));
            throw new AssertionError("It was understood: " + text);
        } catch (InvalidSearchException wrong) {
            return wrong.at().orElse(-1);
        }
    }

    @Test
    void aKeyKeepsTheDotsAfterTheFirst() {
        assertThat(Filter.parse("tags.mlflow.runName = \"it's\"").clauses())
                .containsExactly(new Clause(
                        new Identifier("tags", "mlflow.runName"), Comparator.EQUAL, new Operand.Text("it's")));
    }

    @Test
    void anEmptyFilterMatchesEverything() {
        assertThat(RUNS.where(Filter.parse(""))).isEqualTo(Condition.ALWAYS);
    }

    @Test
    void aFilterOfBlanksAloneIsNone() {
        assertThatThrownBy(() -> Filter.parse(" \n"))
                .isInstanceOf(InvalidSearchException.class)
                .hasMessageStartingWith("Invalid filter '");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "metrics.a = 1 OR metrics.b = 2|Invalid clause(s) in filter string",
                "(metrics.a = 1)|Expected 'Identifier' found",
                "metrics.a == 1|Invalid comparator '=='",
                "metrics.a <> 1|Invalid comparator '<>'",
                "metrics.a = 1;|Invalid clause(s) in filter string",
                "metrics.a = 1; select 2|Search filter contained multiple expression",
                "metrics.a = 1 AND|Invalid clause(s) in filter string",
                "1.0 > metrics.a|Expected 'Identifier' found",
                "metrics.a = '1'|Expected numeric value type for metric",
                "metrics.a LIKE 1|Invalid comparator 'LIKE'",
                "tags.a = 1|Expected a quoted string value for tag",
                "tags.a = x|value is either not quoted or unidentified quote types",
                "tags.a < 'x'|Invalid comparator '<'",
                "tags.a = 'x|a quote is not closed",
                "what.a = 'x'|Invalid entity type 'what'",
                "Metrics.a = 1|Invalid entity type 'Metrics'",
                "lifecycle_stage = 'x'|Invalid attribute key 'lifecycle_stage'",
                "name IN ('a')|can be compared with a list",
                "run_id IN ()|IN needs a list",
                "run_id IN (1)|IN needs a list",
                "start_time > '5'|Expected numeric value type for numeric attribute",
                "metrics.a IS NULL|IS NULL / IS NOT NULL is only supported for tags and params",
                "name IS NOT NULL|IS NULL / IS NOT NULL is only supported for tags and params",
                "NOT name = 'x'|Invalid clause(s) in filter string",
                "metrics. = 1|a key is missing",
            })
    void aWrongFilterIsRefusedInMlflowsWords(String filter, String message) {
        assertThatThrownBy(() -> RUNS.where(Filter.parse(filter)))
                .isInstanceOf(InvalidSearchException.class)
                .hasMessageContaining(message);
    }

    @Test
    void valuesAreBoundAndNeverWritten() {
        Condition condition = RUNS.where(Filter.parse("tags.`k'--` = 'x; drop' AND name LIKE '%'"));

        assertThat(condition.sql())
                .isEqualTo("1 = 1 and exists (select 1 from run_tag t where t.run_id = r.id and t.tag_key = ?"
                        + " and t.tag_value = ?) and r.name like ? escape ''");
        assertThat(condition.parameters()).containsExactly("k'--", "x; drop", "%");
    }

    @Test
    void aHugeExponentIsCutToWhatCanBeStored() {
        assertThat(RUNS.where(Filter.parse("start_time < 1e999999999")).parameters())
                .singleElement()
                .satisfies(bound ->
                        assertThat(bound.toString()).isEqualTo("1.0E+19").hasSizeLessThan(30));
        assertThat(RUNS.where(Filter.parse("metrics.a < 1e400")).parameters()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"metrics.auc DESC, false", "metrics.auc, true", "'tags.`a b` asc', true", "start_time   desc, false"})
    void anOrderingNamesAFieldAndADirection(String text, boolean ascending) {
        assertThat(OrderBy.parse(text).ascending()).isEqualTo(ascending);
        assertThat(RUNS.orderOf(List.of(text))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "metrics.a ", "metrics.a DESC x", "params.a b c", "metrics.a != 4 DESC"})
    void aMalformedOrderingIsRefused(String text) {
        assertThatThrownBy(() -> OrderBy.parse(text)).hasMessageContaining("Invalid order_by clause");
    }

    @Test
    void aDirectionThatIsNoneAndAFieldNamedTwiceAreRefused() {
        assertThatThrownBy(() -> OrderBy.parse("metrics.a DOWN")).hasMessageContaining("Invalid ordering key");
        assertThatThrownBy(() -> RUNS.orderOf(List.of("metrics.a", "metrics.a DESC")))
                .hasMessageContaining("duplicate");
    }
}
