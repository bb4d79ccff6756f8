package io.gatehouse.portal.ui.errors;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.router.RouteConfiguration;
import io.gatehouse.portal.ui.MainLayout;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.PageHeader;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

/** Nothing is here: says so, and where people usually wanted to go. */
@ParentLayout(MainLayout.class)
@PermitAll
public class NotFoundView extends Page implements HasErrorParameter<NotFoundException> {
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
        add(
                new PageHeader(text("not-found.title")).verdict(what),
                new Paragraph(text("not-found.hint")),
                new ErrorLinks()
                        .link(Places.HOME, text("menu.home"))
                        .link(Places.MODELS, text("menu.models"))
                        .link(Places.PROMOTIONS, text("menu.reviews")));
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
