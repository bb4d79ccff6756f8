package io.gatehouse.portal.downloads;

import io.gatehouse.people.Actor;
import io.gatehouse.portal.address.PublicUrl;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/**
 * Who asks for a file, and where the portal is for them.
 *
 * @param portal absolute address that people reach it under, without a slash at the end
 */
public record Asker(Actor actor, URI portal) {

    public static Asker of(Actor actor, HttpServletRequest request) {
        return new Asker(actor, PublicUrl.of(request));
    }

    /** @param place of a screen, relative to the portal */
    URI screen(String place) {
        return URI.create(portal + "/" + place);
    }
}
