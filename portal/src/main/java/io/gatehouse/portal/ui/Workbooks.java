package io.gatehouse.portal.ui;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.reports.Provenance;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** What every workbook says about where it comes from: who asked, when, and the screen that shows the same. */
@Component
public class Workbooks {
    private static final String USUAL_ADDRESS = "http://localhost:8080";

    private final CurrentPerson current;
    private final Clock clock;

    Workbooks(CurrentPerson current, Clock clock) {
        this.current = current;
        this.clock = clock;
    }

    /**
     * To be asked while the screen is built, since a download runs outside of it.
     *
     * @param place of the screen, as {@link Places} gives it
     */
    public Provenance provenance(List<Provenance.Origin> origins, String place) {
        return new Provenance(
                origins,
                clock.instant(),
                current.actor().person().displayName(),
                URI.create(address() + "/" + place),
                Figures.zone());
    }

    /** The address of this portal that the browser used, since behind a proxy no other is known to work. */
    public static String address() {
        if (!(VaadinRequest.getCurrent() instanceof VaadinServletRequest servlet)) {
            return USUAL_ADDRESS;
        }
        HttpServletRequest request = servlet.getHttpServletRequest();
        int port = request.getServerPort();
        boolean usual = port == 80 || port == 443;
        return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port)
                + request.getContextPath();
    }
}
