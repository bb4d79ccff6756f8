package io.gatehouse.portal.ui.home;

import com.vaadin.flow.router.Route;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.components.PageHeader;
import jakarta.annotation.security.PermitAll;

/** The first screen. */
@Route("")
@PermitAll
public class HomeView extends Page {
    HomeView() {
        setPageTitle(text("menu.home"));
        add(new PageHeader(text("menu.home")));
    }
}
