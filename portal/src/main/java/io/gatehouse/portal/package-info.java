/** The application: its doors (MLflow wire, Gatehouse API, screens), their locks, and the schedules. */
@NullMarked
package io.gatehouse.portal;

import org.jspecify.annotations.NullMarked;
