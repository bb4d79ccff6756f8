/** MLflow's own clients, as their users run them. */
@NullMarked
package io.gatehouse.clients;

import org.jspecify.annotations.NullMarked;
