package io.gatehouse.promotion;

/** Codes of what keeps a version from being judged and is not its evidence; see {@link PromotionDossier#evaluationProblem()}. */
final class EvaluationProblem {
    /** The version to judge was deleted. */
    static final String VERSION_GONE = "promotion.version_deleted";

    /** The program failed, which trying again may mend. */
    static final String FAILED = "promotion.evaluation_failed";

    private EvaluationProblem() {}
}
