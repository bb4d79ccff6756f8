/** Places outside of the server that keep checkpoints of the audit chain: a folder, a mailbox, an object store. */
@NullMarked
package io.gatehouse.portal.anchors;

import org.jspecify.annotations.NullMarked;
