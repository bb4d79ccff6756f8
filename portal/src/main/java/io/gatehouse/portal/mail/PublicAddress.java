package io.gatehouse.portal.mail;

import java.net.URI;
import java.util.Optional;

/**
 * Where people reach this portal, from outside of any request of theirs.
 *
 * @param root without a slash at the end; empty if nobody said
 */
record PublicAddress(String root) {
    static PublicAddress of(String configured) {
        return new PublicAddress(configured.strip().replaceAll("/+$", ""));
    }

    boolean known() {
        return !root.isEmpty();
    }

    /** The link to a place; empty if nobody said where the portal is. */
    Optional<String> link(String place) {
        return known() ? Optional.of(root + "/" + place) : Optional.empty();
    }

    /** The name of the server, for addresses and ids of mails. */
    String host() {
        String host = known() ? URI.create(root).getHost() : null;
        return host == null ? "localhost" : host;
    }
}
