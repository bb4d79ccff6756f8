package io.gatehouse.registry;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A name, and what hangs on it.
 *
 * @param id stays when the name changes
 * @param name as it was given
 * @param description Markdown; absent if none was given
 * @param protectedAlias that moves only by an executed promotion request, such as {@code champion}
 * @param createdAt when
 * @param updatedAt when it, its tags, versions or aliases last changed
 * @param tags by key
 * @param aliases version number by alias
 */
public record RegisteredModel(
        UUID id,
        String name,
        @Nullable String description,
        String protectedAlias,
        Instant createdAt,
        Instant updatedAt,
        SortedMap<String, String> tags,
        SortedMap<String, Integer> aliases) {

    static final String PROMPT_TAG = "mlflow.prompt.is_prompt";

    public RegisteredModel {
        tags = new TreeMap<>(tags);
        aliases = new TreeMap<>(aliases);
    }

    /** Whether an alias is the protected one, however it is written. */
    public boolean protects(String alias) {
        return CanonicalName.of(alias).equals(CanonicalName.of(protectedAlias));
    }

    /** The version number behind the protected alias; absent if nothing was ever promoted. */
    public @Nullable Integer champion() {
        return aliases.get(protectedAlias);
    }

    /** Whether this is a prompt, which MLflow keeps among the models. */
    public boolean isPrompt() {
        return "true".equals(tags.get(PROMPT_TAG));
    }

    RegisteredModel with(Map<String, String> newTags, Map<String, Integer> newAliases) {
        return new RegisteredModel(
                id,
                name,
                description,
                protectedAlias,
                createdAt,
                updatedAt,
                new TreeMap<>(newTags),
                new TreeMap<>(newAliases));
    }
}
