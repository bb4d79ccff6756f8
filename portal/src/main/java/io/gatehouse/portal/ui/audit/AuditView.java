package io.gatehouse.portal.ui.audit;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.gatehouse.auditlog.AuditLog;
import io.gatehouse.auditlog.AuditRow;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.portal.downloads.Asker;
import io.gatehouse.portal.downloads.AuditDownloads;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.MainLayout;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.DownloadButton;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.Term;
import io.gatehouse.portal.ui.downloads.InBackground;
import io.gatehouse.portal.ui.savedviews.SavedViewsBar;
import io.gatehouse.savedviews.SavedViews;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The audit log, for risk: what happened in sentences, newest first, and whether it is as it was written. */
@Route(value = Places.AUDIT, layout = MainLayout.class)
@PermitAll
public class AuditView extends Page implements BeforeEnterObserver {
    private static final int EVENTS = 50;

    private final transient CurrentPerson current;
    private final transient AuditLog log;
    private final transient ChainPanel.Keepers keepers;
    private final transient AuditDownloads downloads;
    private final transient InBackground background;
    private final transient SavedViews views;
    private final SavedViewsBar saved;
    private final Div head = new Div();
    private final Div events = new Div();
    private transient @Nullable AuditAddress address;
    private @Nullable AuditFilter filter;

    protected AuditView(
            CurrentPerson current,
            AuditLog log,
            ChainPanel.Keepers keepers,
            AuditDownloads downloads,
            InBackground background,
            SavedViews views) {
        this.background = background;
        this.views = views;
        this.saved = new SavedViewsBar(views, current, Places.AUDIT);
        this.current = current;
        this.log = log;
        this.keepers = keepers;
        this.downloads = downloads;
        setPageTitle(text("audit.title"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor actor = current.actor();
        Permissions.require(actor, Action.READ_AUDIT);
        AuditAddress address = AuditAddress.of(event.getLocation().getQueryParameters());
        if (filter == null) {
            if (SavedViewsBar.opens(event, views, current)) {
                return;
            }
            filter = new AuditFilter(log.people(actor));
            add(
                    head,
                    section(
                            text("audit.chain"),
                            text("audit.chain.intro"),
                            new ChainPanel(keepers, current::actor, this::happened)),
                    section(text("audit.events"), saved, filter, events));
        }
        this.address = address;
        filter.show(address);
        saved.showPlace(address.newest().place());
        head.removeAll();
        head.add(header(address));
        events.removeAll();
        show(actor, address);
    }

    /** What was done on this page is an event, too. */
    private void happened() {
        AuditAddress shown = address;
        if (shown != null) {
            events.removeAll();
            show(current.actor(), shown);
        }
    }

    private PageHeader header(AuditAddress address) {
        Asker asker = current.asker();
        long events = log.state(asker.actor()).events();
        PageHeader header = new PageHeader(text("audit.title"))
                .explained(Term.AUDIT_CHAIN)
                .verdict(text("audit.verdict", Figures.whole(events)));
        header.actions(
                new DownloadButton(
                        text(address.narrows() ? "audit.download.shown" : "audit.download.all"),
                        () -> Optional.of(downloads.workbook(
                                asker, address.query(), address.newest().place()))),
                new DownloadButton(
                        text("audit.download.lines"),
                        () -> Optional.of(downloads.export(
                                asker.actor(),
                                address.query().from(),
                                address.query().before()))));
        header.actions(Places.printLink(address.place()));
        if (background.orders().longOfRows(events)) {
            header.actions(background.button(() -> background
                    .orders()
                    .audit(asker, address.query(), events, address.newest().place())));
        }
        return header;
    }

    /** Events on a page. */
    protected int most() {
        return EVENTS;
    }

    private void show(Actor actor, AuditAddress address) {
        boolean backwards = address.after() > 0;
        List<AuditRow> found = backwards
                ? log.after(actor, address.query(), address.after(), most() + 1)
                : log.before(actor, address.query(), address.before(), most() + 1);
        if (found.isEmpty()) {
            Anchor all = Places.button(Places.AUDIT, text("audit.clear"));
            events.add(new EmptyState(text("audit.none"), text("audit.none.hint"), all));
            return;
        }
        boolean more = found.size() > most();
        // One more than is shown was asked for; the surplus is the one farthest away.
        List<AuditRow> shown = !more ? found : backwards ? found.subList(1, most() + 1) : found.subList(0, most());
        events.add(
                new EventTable(shown),
                pages(address, shown, backwards ? more : address.before() > 0, backwards || more),
                excerpt(shown, backwards || more));
    }

    private static Nav pages(AuditAddress address, List<AuditRow> shown, boolean newer, boolean older) {
        Nav pages = new Nav();
        pages.addClassNames("gh-toolbar", "gh-no-print");
        pages.getElement().setAttribute("aria-label", text("audit.pages"));
        pages.add(new Span(
                text("audit.page", shown.getLast().seq(), shown.getFirst().seq())));
        if (newer) {
            pages.add(
                    button(address.newest(), "audit.newest"),
                    button(address.newerThan(shown.getFirst().seq()), "audit.newer"));
        }
        if (older) {
            pages.add(button(address.olderThan(shown.getLast().seq()), "audit.older"));
        }
        return pages;
    }

    /** On paper there are no other pages to turn to. */
    private static Paragraph excerpt(List<AuditRow> shown, boolean older) {
        Paragraph words = new Paragraph(text(
                older ? "audit.paper.more" : "audit.paper",
                Figures.whole(shown.getLast().seq()),
                Figures.whole(shown.getFirst().seq())));
        words.addClassNames("gh-caption", "gh-print-only");
        return words;
    }

    private static Anchor button(AuditAddress address, String key) {
        Anchor link = Places.button(address.place(), text(key));
        return link;
    }
}
