package io.gatehouse.portal.address;

import java.net.URI;
import java.util.Optional;

/**
 * Where people reach this portal, from outside of any request of theirs: {@code gatehouse.public-url}.
 *
 * @param root without a slash at the end; empty if nobody said
 */
public record PublicAddress(String root) {
    /** @param configured as somebody wrote it */
    public static PublicAddress of(String configured) {
        return new PublicAddress(configured.strip().replaceAll("/+$", ""));
    }

    public boolean known() {
        return !root.isEmpty();
    }

    /** The link to a place; empty if nobody said where the portal is. */
    public Optional<String> link(String place) {
        return known() ? Optional.of(root + "/" + place) : Optional.empty();
    }

    /** The name of the server, for addresses and ids of mails. */
    public String host() {
        String host = known() ? URI.create(root).getHost() : null;
        return host == null ? "localhost" : host;
    }
}
