package io.gatehouse.search;

/** One condition of a filter; all clauses of a filter must hold. */
public record Clause(Identifier identifier, Comparator comparator, Operand operand) {
    /** As the language writes it, so that {@link Filter#parse} reads the same clause again. */
    public String written() {
        String side = operand.written();
        return identifier.written() + " " + comparator.written() + (side.isEmpty() ? "" : " " + side);
    }
}
