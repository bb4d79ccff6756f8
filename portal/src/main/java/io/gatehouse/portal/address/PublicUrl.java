package io.gatehouse.portal.address;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The address under which people reach this portal: {@code gatehouse.public-url}, else the one that a request used, since behind a proxy
 * no other is known to work.
 */
public final class PublicUrl {
    private PublicUrl() {}

    /** Absolute, without a slash at the end. */
    public static URI of(HttpServletRequest request) {
        if (request.getServletContext().getAttribute(ConfiguredPublicUrl.ATTRIBUTE) instanceof String configured) {
            return URI.create(configured);
        }
        int port = request.getServerPort();
        boolean usual = port == 80 || port == 443;
        return URI.create(request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port)
                + request.getContextPath());
    }

    /**
     * A link in the answer to the request that is being answered.
     *
     * @param place from the root, without a slash before it, such as {@code promotions/PR-42}
     * @return absolute; from the root where there is no request, as in a replay
     */
    public static URI link(String place) {
        String root = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here
                ? of(here.getRequest()).toString()
                : "";
        return URI.create(root + "/" + place);
    }
}
