/** Programs elsewhere that are told of changes in the registry, as MLflow's webhooks tell them. */
@NullMarked
package io.gatehouse.webhooks;

import org.jspecify.annotations.NullMarked;
