package io.gatehouse.registry;

import io.gatehouse.house.Refusal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What models, aliases and tags may be called. */
final class RegistryNames {
    static final int LONGEST_MODEL_NAME = 255;
    private static final int LONGEST_ALIAS = 255;
    private static final int LONGEST_TAG_KEY = 250;
    private static final int LONGEST_TAG_VALUE = 100_000;
    private static final String RESERVED_PREFIX = "gatehouse.";
    private static final Pattern ALIAS = Pattern.compile("[\\w-]{1,255}", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern VERSION_LIKE = Pattern.compile("v\\d+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern TAG_KEY = Pattern.compile("[/\\w.\\- :]{1,250}", Pattern.UNICODE_CHARACTER_CLASS);

    private RegistryNames() {}

    /** What is wrong with a new model name; empty if nothing is. */
    static Optional<Refusal> refusedModelName(String name) {
        if (name.isBlank()) {
            return Optional.of(Refusal.invalid("registry.name.blank"));
        }
        if (name.length() > LONGEST_MODEL_NAME) {
            return Optional.of(Refusal.invalid(
                    "registry.too.long", "what", "Registered model name", "longest", LONGEST_MODEL_NAME));
        }
        boolean bad = name.indexOf('/') >= 0
                || name.indexOf(':') >= 0
                || CanonicalName.of(name).matches("\\.{0,2}")
                || !name.equals(name.strip())
                || name.codePoints().anyMatch(RegistryNames::unseen);
        return bad ? Optional.of(Refusal.invalid("registry.name.invalid", "name", name)) : Optional.empty();
    }

    /** What is wrong with an alias that is asked for; empty if nothing is. */
    static Optional<Refusal> malformedAlias(String alias) {
        if (alias.length() > LONGEST_ALIAS) {
            return Optional.of(Refusal.invalid(
                    "registry.too.long", "what", "Registered model alias name", "longest", LONGEST_ALIAS));
        }
        return ALIAS.matcher(alias).matches()
                ? Optional.empty()
                : Optional.of(Refusal.invalid("alias.invalid", "alias", alias));
    }

    /** What is wrong with a new alias: some that can be asked for cannot be given. */
    static Optional<Refusal> refusedAlias(String alias) {
        Optional<Refusal> malformed = malformedAlias(alias);
        if (malformed.isPresent()) {
            return malformed;
        }
        String folded = CanonicalName.of(alias);
        if (folded.equals("latest") || VERSION_LIKE.matcher(folded).matches()) {
            return Optional.of(Refusal.invalid("alias.reserved", "alias", alias));
        }
        return Optional.empty();
    }

    /** What is wrong with a tag, whoever's it is; empty if nothing is. */
    static Optional<Refusal> refusedTag(String key, String value) {
        if (key.length() > LONGEST_TAG_KEY) {
            return Optional.of(Refusal.invalid("registry.too.long", "what", "key", "longest", LONGEST_TAG_KEY));
        }
        if (!TAG_KEY.matcher(key).matches() || !key.equals(normalPath(key))) {
            return Optional.of(Refusal.invalid("tag.key.invalid", "key", key, "longest", LONGEST_TAG_KEY));
        }
        if (value.length() > LONGEST_TAG_VALUE) {
            return Optional.of(Refusal.invalid(
                    "registry.too.long", "what", "Tag value for key '" + key + "'", "longest", LONGEST_TAG_VALUE));
        }
        return Optional.empty();
    }

    /** Tags of the house itself, which no client writes or deletes. */
    static Optional<Refusal> reservedTag(String key) {
        return key.toLowerCase(Locale.ROOT).startsWith(RESERVED_PREFIX)
                ? Optional.of(Refusal.forbidden("tag.reserved", "key", key))
                : Optional.empty();
    }

    private static String normalPath(String key) {
        for (String segment : key.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                return "";
            }
        }
        return key;
    }

    private static boolean unseen(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
