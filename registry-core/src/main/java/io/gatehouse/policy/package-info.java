/** Named, versioned sets of checks with thresholds, one per use, and the value assumptions that money is counted with. */
@NullMarked
package io.gatehouse.policy;

import org.jspecify.annotations.NullMarked;
