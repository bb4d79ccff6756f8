package io.gatehouse.reports;

import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.sentences.Words;
import io.gatehouse.sentences.Written;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the figures of an evaluation rest on. */
final class EvaluationFacts {
    private EvaluationFacts() {}

    /** For the line under the title of what tells of one evaluation alone. */
    static String asOf(Evaluation evaluation, Provenance provenance) {
        return "As of " + InWords.moment(provenance.generatedAt(), provenance.zone()) + " · "
                + basis(evaluation, provenance.zone());
    }

    /** What it rests on, after when it was asked for. */
    static String basis(Evaluation evaluation, ZoneId zone) {
        String data = evaluation.evidence().snapshotAt();
        return "data as of " + (data.isBlank() ? InWords.NOT_KNOWN : Written.told(data)) + " · checks ran on "
                + InWords.day(evaluation.at(), zone) + " · policy "
                + evaluation.policy().name() + " v"
                + evaluation.policy().version() + " ("
                + Words.of(evaluation.policy().use()) + ")";
    }

    /** For the sheet of provenance. */
    static List<ProvenanceSheet.Fact> of(Evaluation evaluation) {
        return List.of(
                fact("Evaluation", "EV-" + evaluation.number()),
                fact("Evidence file", evaluation.evidence().path()),
                new ProvenanceSheet.Fact(
                        "Rows in it", CellContent.whole(evaluation.evidence().rows())),
                new ProvenanceSheet.Fact(
                        "Rows that were judged",
                        CellContent.whole(evaluation.evidence().testRows())),
                fact("Data as of", Written.told(evaluation.evidence().snapshotAt())),
                fact("Ruling (SHA-256)", evaluation.rulingSha256()),
                fact(
                        "To judge it again",
                        "With the prediction table and case.json of its evidence pack, without the portal:"
                                + " ./gatehouse evaluate TABLE --case case.json --format json --output ruling.json;"
                                + " the SHA-256 of ruling.json is the one above."));
    }

    private static ProvenanceSheet.Fact fact(String label, @Nullable String text) {
        return new ProvenanceSheet.Fact(label, CellContent.text(text));
    }
}
