/** Tests of MLflow's protocol over real HTTP. */
@NullMarked
package io.gatehouse.portal.mlflow;

import org.jspecify.annotations.NullMarked;
