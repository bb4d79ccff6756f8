/** What money is counted with, of a model or of the installation: read by everybody who decides, written by those who answer for it. */
@NullMarked
package io.gatehouse.portal.ui.assumptions;

import org.jspecify.annotations.NullMarked;
