package io.gatehouse.portal.ui.errors;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.router.RouteConfiguration;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.MainLayout;
import io.gatehouse.portal.ui.MenuPlace;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.components.PageHeader;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.Set;

/** Nothing is here: says so, and where people usually wanted to go. */
@ParentLayout(MainLayout.class)
@PermitAll
public class NotFoundView extends Page implements HasErrorParameter<NotFoundException> {
    /** Where people usually wanted to go. */
    private static final Set<MenuPlace> USUAL =
            EnumSet.of(MenuPlace.HOME, MenuPlace.MODELS, MenuPlace.REVIEWS, MenuPlace.RISK_LISTS);

    private final transient CurrentPerson current;

    NotFoundView(CurrentPerson current) {
        this.current = current;
    }

    /** Only to what this person may open: a way on is no second dead end. */
    private ErrorLinks ways() {
        ErrorLinks ways = new ErrorLinks();
        MenuPlace.of(current).stream()
                .filter(USUAL::contains)
                .forEach(place -> ways.link(place.place(), place.title()));
        return ways;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        setPageTitle(text("not-found.title"));
        removeAll();
        // A view that exists names what is missing in it; for all other addresses the router only has words for
        // programmers.
        String custom = parameter.getCustomMessage();
        boolean screenExists = RouteConfiguration.forApplicationScope()
                .getRoute(event.getLocation().getPath())
                .isPresent();
        String what = screenExists && parameter.hasCustomMessage() && custom != null
                ? custom
                : text("not-found.what", event.getLocation().getPath());
        add(new PageHeader(text("not-found.title")).verdict(what), new Paragraph(text("not-found.hint")), ways());
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
