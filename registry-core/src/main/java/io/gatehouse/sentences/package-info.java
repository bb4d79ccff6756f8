/** What the product says: a code, its parameters and the rendered English, the same on screens, in workbooks and over the API. */
@NullMarked
package io.gatehouse.sentences;

import org.jspecify.annotations.NullMarked;
