/** MLflow's REST protocol as unmodified clients speak it: reading its requests, writing its answers, and the tracking calls. */
@NullMarked
package io.gatehouse.portal.mlflow;

import org.jspecify.annotations.NullMarked;
