package io.gatehouse.policy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version in use that a newer version of what it is judged by would not let pass. It stays in use until somebody decides.
 *
 * @param modelId of the registered model
 * @param version in use
 * @param use it was promoted for
 * @param policy name; absent if it is the value assumptions that changed
 * @param newer version of the policy or of the value assumptions
 */
public record UnderReview(
        UUID modelId, int version, Use use, @Nullable String policy, int newer) {}
