package io.gatehouse.scoring.models;

import io.gatehouse.scoring.Refusal;
import io.gatehouse.scoring.RefusalCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** A model in XGBoost's hands, in this process. */
final class LoadedBooster implements AutoCloseable {

    static final String READER = "3.0.4";

    private static final long LARGEST = 64L << 20;

    private static final String WRITE_ANEW =
            "Save it with XGBoost 3.0 or an earlier release, as ubj or json, and log it again.";

    private final Booster booster;
    private final ModelFacts facts;

    private LoadedBooster(Booster booster, ModelFacts facts) {
        this.booster = booster;
        this.facts = facts;
    }

    sealed interface Loading {}

    record Done(LoadedBooster booster) implements Loading {}

    record Failed(Refusal refusal) implements Loading {}

    static Loading load(ModelFiles model) {
        return switch (MlModel.of(model)) {
            case MlModel.Other(Refusal refusal) -> new Failed(refusal);
            case MlModel.Xgboost described -> load(model, described);
        };
    }

    private static Loading load(ModelFiles model, MlModel.Xgboost described) {
        Path file = model.files().get(described.data());
        if (file == null) {
            return new Failed(MlModel.missing(described.data()).refusal());
        }
        try {
            long size = Files.size(file);
            if (size > LARGEST) {
                return new Failed(Refusal.of(RefusalCode.MODEL_TOO_LARGE, "bytes", size, "limit", LARGEST));
            }
            return load(Files.readAllBytes(file), described);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** XGBoost's older binary format has nothing that could be checked before its memory is read as it is, so it is not opened. */
    private static Loading load(byte[] bytes, MlModel.Xgboost described) {
        if (bytes.length == 0 || bytes[0] != '{') {
            return unreadable(described, "it is neither JSON nor UBJSON");
        }
        if (NewerFormat.is(described.writtenBy(), bytes)) {
            return unreadable(described, "it is of a later release, whose base score this one misreads");
        }
        try {
            Booster booster = XGBoost.loadModel(bytes);
            ModelFacts facts = XgboostJson.read(booster.toByteArray("json"))
                    .facts(sha256(bytes), described.modelClass(), described.writtenBy(), booster.getNumBoostedRound());
            return new Done(new LoadedBooster(booster, facts));
        } catch (XGBoostError | IOException fault) {
            return unreadable(described, firstLine(fault));
        } catch (JacksonException garbled) {
            return unreadable(described, "what it holds is no model");
        } catch (LinkageError absent) {
            return new Failed(Refusal.of(RefusalCode.MODEL_ENGINE_ABSENT, "fault", firstLine(absent)));
        }
    }

    private static Failed unreadable(MlModel.Xgboost described, String fault) {
        String writer = described.writtenBy();
        String remedy = (writer == null ? "" : "XGBoost " + writer + " wrote it. ") + WRITE_ANEW;
        return new Failed(Refusal.of(
                RefusalCode.MODEL_UNREADABLE,
                "reader",
                READER,
                "file",
                described.data(),
                "fault",
                fault,
                "remedy",
                remedy));
    }

    ModelFacts facts() {
        return facts;
    }

    /**
     * One number for each row, or more.
     *
     * @param values row by row, NaN where missing
     * @param rounds to use, from the first; 0 for all
     */
    float[][] predict(float[] values, int rows, int rounds) throws XGBoostError {
        DMatrix matrix = new DMatrix(values, rows, facts.features().size(), Float.NaN);
        try {
            return booster.predict(matrix, false, rounds * treesOfARound());
        } finally {
            matrix.dispose();
        }
    }

    /** XGBoost4J counts trees where Python counts rounds, and divides by the parallel trees, as of a forest. */
    private int treesOfARound() {
        return Integer.parseInt(facts.params().getOrDefault("num_parallel_tree", "1"));
    }

    @Override
    public void close() {
        booster.dispose();
    }

    /** XGBoost begins its messages with the time and the place in its sources, and ends them with a trace. */
    static String firstLine(Throwable fault) {
        @Nullable String message = fault.getMessage();
        for (Throwable cause = fault.getCause(); message == null && cause != null; cause = cause.getCause()) {
            message = cause.getMessage();
        }
        String line = String.valueOf(message).strip().lines().findFirst().orElse("no reason told");
        return line.replaceFirst("^\\[[^\\]]*]\\s+\\S+:\\d+:\\s+", "").strip();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
