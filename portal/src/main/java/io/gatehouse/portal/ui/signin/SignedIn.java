package io.gatehouse.portal.ui.signin;

import java.util.Map;

/** Who proved who they are, on whichever way. */
public interface SignedIn {
    /** What the session that begins is marked with. */
    SessionMark mark();

    /** What the audit log keeps of the way; empty for the usual one. */
    Map<String, Object> way();
}
