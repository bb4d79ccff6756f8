package io.gatehouse.portal.downloads;

import io.gatehouse.people.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/**
 * Who asks for a file, and where the portal is for them.
 *
 * @param portal absolute address that people reach it under, without a slash at the end
 */
public record Asker(Actor actor, URI portal) {

    public static Asker of(Actor actor, HttpServletRequest request) {
        return new Asker(actor, portal(request));
    }

    /**
     * The address under which people reach this portal: {@code gatehouse.public-url}, else the one that a request used, since behind a
     * proxy no other is known to work.
     */
    public static URI portal(HttpServletRequest request) {
        if (request.getServletContext().getAttribute(PublicAddressOfPortal.ATTRIBUTE) instanceof String configured) {
            return URI.create(configured);
        }
        int port = request.getServerPort();
        boolean usual = port == 80 || port == 443;
        return URI.create(request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port)
                + request.getContextPath());
    }

    /** @param place of a screen, relative to the portal */
    URI screen(String place) {
        return URI.create(portal + "/" + place);
    }
}
