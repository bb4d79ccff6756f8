package io.gatehouse.scoring;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which words of a column of outcomes mean leaving. 1 and true do, 0 and false mean staying; beside the word that the evidence has for
 * leaving, one other word may stand, for staying. A word that stands alone and is none of these is not guessed at.
 *
 * @param column of the outcomes
 * @param found what it says, with the first row that says so, in order of these rows
 * @param positiveLabel the word for leaving, if one was named
 */
record OutcomeLabels(
        String column, List<Said> found, @Nullable String positiveLabel) {

    private static final Set<String> LEFT = Set.of("1", "true");
    private static final Set<String> STAYED = Set.of("0", "false");

    /** One more than can be understood would do; a few more for the sake of 1 and 1.0. */
    private static final int MOST = 50;

    /** @param word in lower case @param row the first that says it */
    record Said(String word, long row) {
        String canonical() {
            return Labels.canonical(word);
        }
    }

    sealed interface Meaning {}

    /** @param leaving spellings in the table that mean leaving */
    record Known(List<String> leaving) implements Meaning {}

    record Unknown(Refusal refusal) implements Meaning {}

    static OutcomeLabels of(ConfinedDuckDb duckDb, OutcomeTable table) throws SQLException {
        return new OutcomeLabels(
                table.description().outcomeColumn(),
                duckDb.list(
                        "SELECT said, min(place) FROM outcomes GROUP BY said ORDER BY 2 LIMIT " + MOST,
                        row -> new Said(row.getString(1), row.getLong(2))),
                table.description().positiveLabel());
    }

    Meaning meaning() {
        Optional<String> named = Optional.ofNullable(positiveLabel).map(Labels::canonical);
        if (found.stream().allMatch(said -> isUsual(said.canonical()))) {
            // Evidence in which 0 is the word for leaving says so.
            return known(named.filter(STAYED::contains).isPresent() ? STAYED : LEFT);
        }
        // Where leaving is 1, another word than 0 is no word for staying.
        Optional<String> word = named.filter(each -> !isUsual(each));
        Set<String> others = found.stream()
                .map(Said::canonical)
                .filter(each -> !word.equals(Optional.of(each)))
                .collect(Collectors.toSet());
        boolean occurs = found.stream().anyMatch(said -> word.equals(Optional.of(said.canonical())));
        boolean staying = others.size() == 1 && others.stream().noneMatch(LEFT::contains);
        return others.isEmpty() || occurs && staying
                ? known(Set.of(word.orElseThrow()))
                : new Unknown(refusal(word, others));
    }

    private static boolean isUsual(String word) {
        return LEFT.contains(word) || STAYED.contains(word);
    }

    private Known known(Set<String> leaving) {
        return new Known(found.stream()
                .filter(said -> leaving.contains(said.canonical()))
                .map(Said::word)
                .toList());
    }

    /** Names the first row that the usual words do not explain; where two words could be staying, the later of them. */
    private Refusal refusal(Optional<String> named, Set<String> others) {
        List<Said> notNamed =
                found.stream().filter(said -> others.contains(said.canonical())).toList();
        List<Said> unexplained =
                notNamed.stream().filter(said -> !isUsual(said.canonical())).toList();
        boolean oneMayStay = named.isPresent() && unexplained.size() > 1;
        Said wrong = unexplained.isEmpty() ? notNamed.getFirst() : unexplained.get(oneMayStay ? 1 : 0);
        return Refusal.of(
                RefusalCode.OUTCOME_NOT_A_LABEL,
                "row",
                wrong.row,
                "said",
                wrong.word,
                "column",
                column,
                "understood",
                "1 or true for leaving, 0 or false for staying"
                        + named.map(word -> ", or " + word + " for leaving and one other word for staying")
                                .orElse(""));
    }
}
