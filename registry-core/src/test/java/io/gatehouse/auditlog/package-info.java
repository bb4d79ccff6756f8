/** Tests of the audit log as people read it. */
@NullMarked
package io.gatehouse.auditlog;

import org.jspecify.annotations.NullMarked;
