/** MLflow's search language: filters and orderings parsed into typed clauses, and compiled to SQL with bound values. */
@NullMarked
package io.gatehouse.search;

import org.jspecify.annotations.NullMarked;
