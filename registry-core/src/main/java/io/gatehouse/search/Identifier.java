package io.gatehouse.search;

/**
 * What a clause or an ordering speaks of.
 *
 * @param prefix kind before the first dot, such as {@code metrics}; empty if none was written
 * @param key name after it, without quotes
 */
public record Identifier(String prefix, String key) {
    /** As filters write it: a key with odd characters in quotes, of the kind that it does not hold. */
    public String written() {
        String quote = key.indexOf('`') < 0 ? "`" : "\"";
        String safe = Scanner.isBare(key) ? key : quote + key + quote;
        return prefix.isEmpty() ? safe : prefix + "." + safe;
    }

    @Override
    public String toString() {
        return prefix.isEmpty() ? key : prefix + "." + key;
    }
}
