package io.gatehouse.portal.ui.errors;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import io.gatehouse.portal.security.RequestIdFilter;
import io.gatehouse.portal.ui.MainLayout;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Facts;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.portal.ui.components.Tone;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Our fault: says so, and gives the reference under which the log tells more. Never shows what went wrong inside. */
@ParentLayout(MainLayout.class)
@PermitAll
public class BrokenView extends Page implements HasErrorParameter<Exception> {
    private static final Logger LOG = LoggerFactory.getLogger(BrokenView.class);

    /** The secret of a sign-in link opens an account to whoever reads the log. */
    private static String told(String path) {
        return path.startsWith(Places.SIGN_IN_LINK) ? Places.SIGN_IN_LINK + "/…" : path;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        String reference = RequestIdFilter.current();
        LOG.error(
                "The screen {} failed, reference {}",
                told(event.getLocation().getPath()),
                reference,
                parameter.getCaughtException());
        setPageTitle(text("broken.title"));
        removeAll();
        add(
                new PageHeader(text("broken.title"))
                        .badge(new StatusBadge(Tone.ACT, text("broken.badge")))
                        .verdict(text("broken.what")),
                section(text("broken.tell"), new Facts().code(text("broken.reference"), reference)),
                new ErrorLinks().link(Places.HOME, text("menu.home")));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
