/** Files that are prepared in the background, on screen: asked for beside a download, followed and taken away in one place. */
@NullMarked
package io.gatehouse.portal.ui.downloads;

import org.jspecify.annotations.NullMarked;
