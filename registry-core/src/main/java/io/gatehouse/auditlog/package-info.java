/** The audit log as people read it: in sentences, filtered, taken away, and checked as a whole. */
@NullMarked
package io.gatehouse.auditlog;

import org.jspecify.annotations.NullMarked;
