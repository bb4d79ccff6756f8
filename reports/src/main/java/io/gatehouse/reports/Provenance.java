package io.gatehouse.reports;

import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.policy.PolicyRef;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the figures of one workbook come from. Two workbooks of the same read model and the same provenance are equal to the byte.
 *
 * @param origins one for each version that the workbook speaks of, in the order of its columns
 * @param generatedAt when the workbook was asked for
 * @param generatedBy display name of who asked
 * @param link absolute http(s) address of the screen that shows the same
 * @param zone in which the workbook writes times
 */
public record Provenance(List<Origin> origins, Instant generatedAt, String generatedBy, URI link, ZoneId zone) {

    /** @throws IllegalArgumentException if the link is not an absolute http or https address */
    public Provenance {
        origins = List.copyOf(origins);
        if (!"http".equals(link.getScheme()) && !"https".equals(link.getScheme())) {
            throw new IllegalArgumentException("A workbook links to a screen by http or https, not to " + link);
        }
    }

    /**
     * What the figures of one version rest on. Parts are absent where the version was never evaluated.
     *
     * @param model name
     * @param version number
     * @param evidenceSha256 of the prediction table
     * @param policy that asked
     * @param assumptionsVersion of the value assumptions
     * @param evaluatedAt when the evaluation finished
     * @param requestNumber of the promotion request, shown as {@code PR-42}
     * @param digest that votes are bound to
     */
    public record Origin(
            String model,
            int version,
            @Nullable String evidenceSha256,
            @Nullable PolicyRef policy,
            @Nullable Integer assumptionsVersion,
            @Nullable Instant evaluatedAt,
            @Nullable Long requestNumber,
            @Nullable String digest) {

        /** The origin of figures that an evaluation computed. */
        public static Origin of(Evaluation evaluation, @Nullable Long requestNumber) {
            return new Origin(
                    evaluation.model(),
                    evaluation.version(),
                    evaluation.evidence().sha256(),
                    evaluation.policy(),
                    evaluation.assumptionsVersion(),
                    evaluation.at(),
                    requestNumber,
                    evaluation.digest());
        }

        /** The same, of a request whose votes are bound to more than the evaluation. */
        public Origin boundBy(String votes) {
            return new Origin(
                    model, version, evidenceSha256, policy, assumptionsVersion, evaluatedAt, requestNumber, votes);
        }

        /** One that was evaluated, told to a reader to whom the evaluation itself is not open. */
        public static Origin evaluated(String model, int version, Instant at, @Nullable Long requestNumber) {
            return new Origin(model, version, null, null, null, at, requestNumber, null);
        }

        /** A version that no policy was asked about. */
        public static Origin unevaluated(String model, int version) {
            return new Origin(model, version, null, null, null, null, null, null);
        }
    }
}
