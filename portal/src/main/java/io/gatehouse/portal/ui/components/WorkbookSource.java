package io.gatehouse.portal.ui.components;

import com.vaadin.flow.server.VaadinServletRequest;
import io.gatehouse.reports.Provenance;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Who takes a workbook away, and the address of the portal as they see it. Kept by download buttons, whose content is made later and
 * outside the session.
 *
 * @param clock of the house
 * @param person display name
 * @param portal address that screens are relative to, ending with a slash
 */
public record WorkbookSource(Clock clock, String person, URI portal) {

    /** For the request being answered. */
    public static WorkbookSource here(Clock clock, String person) {
        String base = ServletUriComponentsBuilder.fromContextPath(
                        VaadinServletRequest.getCurrent().getHttpServletRequest())
                .build()
                .toUriString();
        return new WorkbookSource(clock, person, URI.create(base + "/"));
    }

    /** @param place of the screen that shows the same, relative to the portal */
    public Provenance at(String place, List<Provenance.Origin> origins) {
        return new Provenance(origins, clock.instant(), person, portal.resolve(place), Figures.zone());
    }
}
