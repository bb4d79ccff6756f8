package io.gatehouse.portal.ui;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import io.gatehouse.portal.address.PublicUrl;
import java.net.URI;

/** Where the portal is for whoever looks at the screen. */
public final class PortalAddress {
    private static final URI USUAL = URI.create("http://localhost:8080");

    private PortalAddress() {}

    /** The public one where somebody named it, else that of the request that is being answered; without a slash at the end. */
    public static URI current() {
        return VaadinRequest.getCurrent() instanceof VaadinServletRequest servlet
                ? PublicUrl.of(servlet.getHttpServletRequest())
                : USUAL;
    }
}
