package io.gatehouse.evidence;

import io.gatehouse.artifacts.Artifact;
import io.gatehouse.ids.Digests;
import io.gatehouse.scoring.EvidenceDescription;
import io.gatehouse.sentences.Sentence;
import java.util.Optional;

/** What a version has to show for itself. */
public sealed interface Evidence {
    /** SHA-256 of nothing at all: the description of a bare table. */
    String UNDESCRIBED = Digests.sha256("");

    /**
     * A prediction table that nobody has read yet.
     *
     * @param table its bytes
     * @param description what its columns mean
     * @param descriptionFile the file that says so; empty for a bare table
     * @param features what the model was given for some of the rows; empty if it was not logged
     */
    record Found(
            Artifact table,
            EvidenceDescription description,
            Optional<Artifact> descriptionFile,
            Optional<Artifact> features)
            implements Evidence {

        /** Of the file that says what the columns mean; of nothing for a bare table. */
        public String descriptionSha256() {
            return descriptionFile.map(Artifact::sha256).orElse(UNDESCRIBED);
        }
    }

    /**
     * @param code stable
     * @param sentence what is missing or wrong, and what to log
     */
    record Absent(String code, Sentence sentence) implements Evidence {}
}
