package io.gatehouse.search;

/** One condition of a filter; all clauses of a filter must hold. */
public record Clause(Identifier identifier, Comparator comparator, Operand operand) {}
