package io.gatehouse.registry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What changed in the registry; published in the transaction that changes it, so that listeners take part in it. */
public sealed interface RegistryChange {
    /** Name of the model. */
    String model();

    record ModelCreated(String model, @Nullable String description, Map<String, String> tags)
            implements RegistryChange {
        public ModelCreated {
            tags = Map.copyOf(tags);
        }
    }

    /** @param source as the client named it @param runId that trained it; absent if none was named */
    record VersionCreated(
            String model,
            int version,
            String source,
            @Nullable String runId,
            @Nullable String description,
            Map<String, String> tags)
            implements RegistryChange {
        public VersionCreated {
            tags = Map.copyOf(tags);
        }
    }

    record VersionTagSet(String model, int version, String key, String value) implements RegistryChange {}

    record VersionTagDeleted(String model, int version, String key) implements RegistryChange {}

    /** An alias points to a version: set by somebody, or moved by a promotion or a rollback. */
    record AliasSet(String model, String alias, int version) implements RegistryChange {}

    record AliasDeleted(String model, String alias) implements RegistryChange {}
}
