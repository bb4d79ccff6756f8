package io.gatehouse.search;

/**
 * One wish of an ordering.
 *
 * @param identifier what to order by
 * @param ascending smallest first
 */
public record OrderBy(Identifier identifier, boolean ascending) {

    /**
     * Reads a wish such as {@code metrics.auc DESC}.
     *
     * @throws InvalidSearchException if it is not one
     */
    public static OrderBy parse(String text) {
        return parse(text, true);
    }

    /** Reads one whose direction comes from elsewhere, as in searches for logged models. */
    public static OrderBy parse(String text, boolean ascending) {
        Scanner scanner = new Scanner(text);
        if (text.isEmpty() || !text.equals(text.strip()) || text.indexOf('\0') >= 0 || scanner.atQuote("'")) {
            throw invalid(text);
        }
        Identifier identifier = scanner.identifier(text);
        if (identifier.key().isEmpty()) {
            throw invalid(text);
        }
        if (scanner.atEnd()) {
            return new OrderBy(identifier, ascending);
        }
        if (!scanner.skipSpace() || scanner.atEnd()) {
            throw invalid(text);
        }
        if (scanner.takeWord("asc")) {
            return ended(scanner, text, new OrderBy(identifier, true));
        }
        if (scanner.takeWord("desc")) {
            return ended(scanner, text, new OrderBy(identifier, false));
        }
        if (scanner.rest().strip().matches("\\w+")) {
            throw new InvalidSearchException("Invalid ordering key in order_by clause '" + text + "'");
        }
        throw invalid(text);
    }

    private static OrderBy ended(Scanner scanner, String text, OrderBy result) {
        scanner.skipSpace();
        if (!scanner.atEnd()) {
            throw invalid(text);
        }
        return result;
    }

    private static InvalidSearchException invalid(String text) {
        return new InvalidSearchException("Invalid order_by clause '" + text + "'. Could not be parsed.");
    }
}
