package io.gatehouse.search;

/**
 * What a clause or an ordering speaks of.
 *
 * @param prefix kind before the first dot, such as {@code metrics}; empty if none was written
 * @param key name after it, without quotes
 */
public record Identifier(String prefix, String key) {
    @Override
    public String toString() {
        return prefix.isEmpty() ? key : prefix + "." + key;
    }
}
