package io.gatehouse.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Clauses that must all hold.
 *
 * @param clauses in the order written; none means that everything matches
 * @param starts of the clauses in the text that they were read from; none if they were not
 */
public record Filter(List<Clause> clauses, List<Integer> starts) {
    private static final int MOST_CLAUSES = 100;

    public Filter {
        clauses = List.copyOf(clauses);
        starts = List.copyOf(starts);
    }

    public Filter(List<Clause> clauses) {
        this(clauses, List.of());
    }

    /** As the language writes it. */
    public String written() {
        return clauses.stream().map(Clause::written).collect(Collectors.joining(" AND "));
    }

    /** All clauses but one. */
    public Filter without(Clause clause) {
        List<Clause> others = new ArrayList<>(clauses);
        others.remove(clause);
        return new Filter(others);
    }

    /** These clauses and one more. */
    public Filter and(Clause clause) {
        List<Clause> more = new ArrayList<>(clauses);
        more.add(clause);
        return new Filter(more);
    }

    /**
     * Reads a filter such as {@code metrics.auc > 0.8 AND tags.team = 'churn'}.
     *
     * @throws InvalidSearchException if it is not one
     */
    public static Filter parse(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new InvalidSearchException("Invalid clause(s) in filter string: it holds a NUL character");
        }
        if (!text.isEmpty() && text.isBlank()) {
            throw new InvalidSearchException("Invalid filter '" + text + "'. Could not be parsed.");
        }
        Scanner scanner = new Scanner(text);
        try {
            return parse(scanner, text);
        } catch (InvalidSearchException wrong) {
            throw wrong.at(scanner.position());
        }
    }

    private static Filter parse(Scanner scanner, String text) {
        List<Clause> clauses = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        scanner.skipSpace();
        while (!scanner.atEnd()) {
            starts.add(scanner.position());
            clauses.add(clause(scanner, text));
            boolean space = scanner.skipSpace();
            if (scanner.atEnd()) {
                break;
            }
            if (!scanner.takeWord("and") || !space || !scanner.skipSpace() || scanner.atEnd()) {
                throw trailing(scanner, text);
            }
            if (clauses.size() == MOST_CLAUSES) {
                throw new InvalidSearchException(
                        "Invalid clause(s) in filter string: more than " + MOST_CLAUSES + " clauses");
            }
        }
        return new Filter(clauses, starts);
    }

    private static InvalidSearchException trailing(Scanner scanner, String text) {
        boolean second = scanner.take(';') && !scanner.rest().isBlank();
        return new InvalidSearchException(
                second
                        ? "Search filter contained multiple expression. Provide AND-ed expression list. Found: " + text
                        : "Invalid clause(s) in filter string: '" + text + "'");
    }

    private static Clause clause(Scanner scanner, String text) {
        Identifier identifier = scanner.identifier(text);
        scanner.skipSpace();
        Comparator comparator = comparator(scanner, text);
        if (comparator.isNullTest()) {
            return new Clause(identifier, comparator, new Operand.Nothing());
        }
        scanner.skipSpace();
        return new Clause(
                identifier, comparator, comparator.isList() ? list(scanner, text) : value(scanner, identifier, text));
    }

    private static Comparator comparator(Scanner scanner, String text) {
        String signs = scanner.signs();
        for (Comparator candidate : Comparator.values()) {
            if (candidate.written().equals(signs)) {
                return candidate;
            }
        }
        if (!signs.isEmpty()) {
            throw new InvalidSearchException(
                    "Invalid clause(s) in filter string: Invalid comparator '" + signs + "' in '" + text + "'");
        }
        if (scanner.takeWord("like")) {
            return Comparator.LIKE;
        }
        if (scanner.takeWord("ilike")) {
            return Comparator.ILIKE;
        }
        if (scanner.takeWord("in")) {
            return Comparator.IN;
        }
        if (scanner.takeWord("not") && scanner.skipSpace() && scanner.takeWord("in")) {
            return Comparator.NOT_IN;
        }
        if (scanner.takeWord("is") && scanner.skipSpace()) {
            boolean not = scanner.takeWord("not") && scanner.skipSpace();
            if (scanner.takeWord("null")) {
                return not ? Comparator.IS_NOT_NULL : Comparator.IS_NULL;
            }
        }
        throw new InvalidSearchException("Invalid clause(s) in filter string: '" + text + "'");
    }

    private static Operand value(Scanner scanner, Identifier identifier, String text) {
        if (scanner.atQuote("'\"")) {
            return new Operand.Text(scanner.quoted(text));
        }
        String word = scanner.bare();
        if (Scanner.isNumber(word)) {
            return new Operand.Figure(word);
        }
        if (word.isEmpty()) {
            throw new InvalidSearchException("Invalid clause(s) in filter string: '" + text + "'");
        }
        throw new InvalidSearchException("Parameter value is either not quoted or unidentified quote types used for"
                + " string value " + word + " of " + identifier + ". Use either single or double quotes.");
    }

    private static Operand.Texts list(Scanner scanner, String text) {
        InvalidSearchException wrong = new InvalidSearchException(
                "Invalid clause(s) in filter string: IN needs a list of quoted strings such as ('a', 'b'), in '" + text
                        + "'");
        List<String> values = new ArrayList<>();
        if (!scanner.take('(')) {
            throw wrong;
        }
        scanner.skipSpace();
        do {
            scanner.skipSpace();
            if (!values.isEmpty() && scanner.take(')')) {
                return new Operand.Texts(values);
            }
            if (!scanner.atQuote("'\"")) {
                throw wrong;
            }
            values.add(scanner.quoted(text));
            scanner.skipSpace();
        } while (scanner.take(','));
        if (!scanner.take(')')) {
            throw wrong;
        }
        return new Operand.Texts(values);
    }
}
