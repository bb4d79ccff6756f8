package io.gatehouse.scoring.models;

import io.gatehouse.scoring.Refusal;
import io.gatehouse.scoring.RefusalCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** MLflow's description of a model folder, as far as its xgboost flavour goes. */
final class MlModel {

    /** What MLflow restores where the description does not say, as before its release 1.22. */
    private static final String OLD_CLASS = "xgboost.core.Booster";

    private static final int LARGEST = 1 << 20;

    private MlModel() {}

    sealed interface Reading {}

    /**
     * @param data the model file's path inside the folder
     * @param modelClass that MLflow restores
     * @param writtenBy version of XGBoost; absent if not told
     */
    record Xgboost(String data, String modelClass, @Nullable String writtenBy) implements Reading {}

    record Other(Refusal refusal) implements Reading {}

    static Reading of(ModelFiles model) {
        Path file = model.files().get(ModelFiles.DESCRIPTION);
        if (file == null) {
            return missing(ModelFiles.DESCRIPTION);
        }
        Map<?, ?> flavours = map(map(parse(file)).get("flavors"));
        if (!(flavours.get("xgboost") instanceof Map<?, ?> xgboost)) {
            String names = flavours.isEmpty()
                    ? "something without a flavour"
                    : String.join(
                            ", ",
                            flavours.keySet().stream().map(String::valueOf).toList());
            return new Other(Refusal.of(RefusalCode.MODEL_NOT_XGBOOST, "flavours", names));
        }
        Object data = xgboost.get("data");
        return data == null
                ? missing("for the flavour xgboost")
                : new Xgboost(
                        data.toString(),
                        Objects.toString(xgboost.get("model_class"), OLD_CLASS),
                        Objects.toString(xgboost.get("xgb_version"), null));
    }

    static Other missing(String file) {
        return new Other(Refusal.of(RefusalCode.MODEL_FILE_MISSING, "file", file));
    }

    /** Null, which is no description, if the file is not YAML. */
    private static @Nullable Object parse(Path file) {
        LoaderOptions careful = new LoaderOptions();
        careful.setCodePointLimit(LARGEST);
        careful.setMaxAliasesForCollections(10);
        try (InputStream bytes = Files.newInputStream(file)) {
            return new Yaml(new SafeConstructor(careful)).load(bytes);
        } catch (YAMLException notYaml) {
            return null;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
