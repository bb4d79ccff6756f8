package io.gatehouse.scoring;

import io.gatehouse.scoring.DecileCut.DividedScore;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells the labels of rows that share a score in order of their ids: of the few scores that a cut between deciles divides. */
final class TiedIds {

    private final ConfinedDuckDb duckDb;
    private final List<String> positiveLabels;
    private final String rows;

    /** @param split whose rows are meant */
    TiedIds(ConfinedDuckDb duckDb, List<String> positiveLabels, int split) {
        this.duckDb = duckDb;
        this.positiveLabels = positiveLabels;
        this.rows = "split = " + split + " AND " + EvidenceTable.COUNTED;
    }

    DecileCut.LabelsById labels(List<DividedScore> scores) throws SQLException {
        Map<Double, BitSet> labels = new HashMap<>();
        Map<Double, Integer> next = new HashMap<>();
        if (!scores.isEmpty()) {
            scores.forEach(score -> labels.put(score.score(), new BitSet(score.rows())));
            String values =
                    scores.stream().map(score -> Sql.number(score.score())).collect(Collectors.joining(", "));
            duckDb.forEach(
                    "SELECT abs(score), label IN (" + Sql.literals(positiveLabels) + ") FROM evidence WHERE " + rows
                            + " AND abs(score) IN (" + values + ") ORDER BY score, id",
                    row -> {
                        double score = row.getDouble(1);
                        int position = next.merge(score, 1, Integer::sum) - 1;
                        labels.getOrDefault(score, new BitSet()).set(position, row.getBoolean(2));
                    });
        }
        return score -> labels.getOrDefault(score.score(), new BitSet());
    }
}
