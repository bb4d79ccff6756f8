package io.gatehouse.reports;

import io.gatehouse.evaluation.Evaluation;
import java.io.IOException;
import java.io.OutputStream;

/** A workbook about one check of an evaluation. */
public sealed interface EvaluationReport permits FairnessReport, RoiReport {
    /** @param out left open */
    void write(Evaluation evaluation, Provenance provenance, OutputStream out) throws IOException;

    /** A name such as {@code gatehouse-fairness-ev-12-churn-v4-2026-11-14.xlsx}. */
    String fileName(Evaluation evaluation, Provenance provenance);
}
