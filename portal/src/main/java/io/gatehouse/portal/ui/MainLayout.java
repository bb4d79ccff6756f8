package io.gatehouse.portal.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.gatehouse.notices.Inbox;
import io.gatehouse.people.Action;
import io.gatehouse.people.Person;
import io.gatehouse.people.Role;
import io.gatehouse.portal.ui.components.PersonTag;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.signin.LoginView;
import io.gatehouse.portal.ui.signin.SessionWatch;
import io.gatehouse.portal.ui.tour.Tour;
import io.gatehouse.portal.ui.tour.Tours;
import io.gatehouse.promotion.PromotionDossiers;
import io.gatehouse.sentences.Language;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;

/** The frame of every screen: where one can go by role, who one is, and how it looks. */
@Layout
@PermitAll
public class MainLayout extends AppLayout implements BeforeEnterObserver, AfterNavigationObserver {
    private static final String LOGO =
            "<svg viewBox='0 0 32 32' aria-hidden='true'><path fill='currentColor' d='M16 2A12 12 0 0 0 4 14v15a1 1 0 0 0 1 1h5a1"
                    + " 1 0 0 0 1-1V14.5a5 5 0 0 1 10 0V29a1 1 0 0 0 1 1h5a1 1 0 0 0 1-1V14A12 12 0 0 0 16 2Z'/>"
                    + "<path fill='#f46a25' d='M14 19h4v11h-4z'/></svg>";

    private final transient CurrentPerson current;
    private final transient AuthenticationContext authentication;
    private final transient Languages languages;
    private final transient Tours tours;
    private final Optional<Bell> bell;
    private final Optional<WaitingReviews> waiting;
    private final Set<Role> rolesShown;
    private final Anchor shortcut = skip("document.querySelector(this.getAttribute('href'))");
    private boolean firstPage = true;
    private boolean wayBack;
    private boolean tourAsked;
    private String place = "";

    MainLayout(
            CurrentPerson current,
            AuthenticationContext authentication,
            ObjectProvider<PromotionDossiers> dossiers,
            Inbox inbox,
            Languages languages,
            Tours tours) {
        this.current = current;
        this.languages = languages;
        this.tours = tours;
        this.authentication = authentication;
        this.waiting = Optional.ofNullable(dossiers.getIfAvailable())
                .filter(reader -> current.may(Action.READ_PROMOTION))
                .map(reader -> new WaitingReviews(current, reader));
        this.bell = current.person().map(person -> new Bell(current, inbox));
        this.rolesShown = current.person().map(Person::roles).orElse(Set.of());
        setPrimarySection(Section.NAVBAR);
        addToNavbar(bar());
        addToDrawer(drawer());
        getElement().appendChild(new SessionWatch().getElement());
    }

    /** The arch with its portcullis, in the colour of the text around it. */
    public static String logo() {
        return LOGO;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        LoginView.forgetName(event.getUI().getPage());
        event.getUI().getPage().addJsModule("context://gatehouse/gatehouse-arrival.js");
        event.getUI().getPage().addJsModule("context://gatehouse/gatehouse-waiting.js");
        event.getUI().getPage().addJsModule("context://gatehouse/gatehouse-search.js");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        firstPage = event.getTrigger() == NavigationTrigger.PAGE_LOAD;
        wayBack = event.getTrigger() == NavigationTrigger.HISTORY;
    }

    /** Moves the reading position to the new heading, as a page load would; the first page needs no help. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String now = event.getLocation().getPath();
        // A filter changes the address and not the place: whoever typed it goes on typing.
        boolean elsewhere = !now.equals(place);
        place = now;
        bell.ifPresent(shown -> shown.arrived(now));
        waiting.ifPresent(WaitingReviews::refresh);
        offer(getContent() instanceof Page page ? page.shortcut() : Optional.empty());
        if (!current.person().map(Person::roles).orElse(rolesShown).equals(rolesShown)) {
            // The frame was made for what this person might before.
            getUI().ifPresent(ui -> ui.getPage().reload());
        }
        if (now.equals(Places.HOME)) {
            current.person().filter(person -> tourAsked || tours.due(person)).ifPresent(this::tour);
        }
        // There the reading position is the field.
        if (!firstPage && elsewhere && !now.equals(Places.SEARCH)) {
            getElement()
                    .executeJs(
                            "document.dispatchEvent(new CustomEvent('gatehouse-arrived', { detail: { back: $0, place: $1 } }))",
                            wayBack,
                            now);
        }
    }

    /** Over the first screen alone: whoever followed a link to another one came for something else. */
    private void tour(Person person) {
        tourAsked = false;
        getElement().appendChild(new Tour(person.roles(), () -> tours.seen(current.actor())).getElement());
    }

    private void askForTour() {
        tourAsked = true;
        if (place.equals(Places.HOME)) {
            current.person().ifPresent(this::tour);
        } else {
            getUI().ifPresent(ui -> ui.navigate(Places.HOME));
        }
    }

    private Header bar() {
        Anchor skip = skip("document.querySelector('main h1') ?? document.querySelector('main')");
        skip.setText(text("skip"));
        skip.setHref("#main");
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(text("menu.toggle"));
        Anchor brand = Places.link(Places.HOME, "");
        brand.addClassName("gh-brand");
        brand.add(new Svg(LOGO), new Span("Gatehouse"));
        Span spring = new Span();
        spring.addClassName("gh-spring");
        Header bar = new Header(skip, shortcut, toggle, brand, spring, find());
        bell.ifPresent(bar::add);
        bar.add(new ThemeChoice());
        current.person().ifPresent(person -> bar.add(userMenu(person)));
        bar.addClassName("gh-bar");
        return bar;
    }

    /** @param to finds what gets the keyboard, in the browser */
    private static Anchor skip(String to) {
        Anchor skip = new Anchor();
        skip.addClassName("gh-skip");
        // The router would take a plain fragment for a navigation.
        skip.getElement()
                .executeJs("this.addEventListener('click', e => { e.preventDefault(); (" + to + ")?.focus(); })");
        return skip;
    }

    private void offer(Optional<Shortcut> found) {
        shortcut.setVisible(found.isPresent());
        found.ifPresent(way -> {
            shortcut.setText(way.words());
            shortcut.setHref("#" + way.part());
        });
    }

    /** Looks like a field and leads to one, so that what is found has a page with room and an address. */
    private static Anchor find() {
        Anchor find = Places.link(Places.SEARCH, "");
        find.addClassName("gh-find");
        Component glass = VaadinIcon.SEARCH.create();
        glass.getElement().setAttribute("aria-hidden", "true");
        Span word = new Span(text("search.title"));
        Span key = new Span("/");
        key.addClassName("gh-key");
        key.getElement().setAttribute("aria-hidden", "true");
        find.add(glass, word, key);
        find.getElement().setAttribute("aria-keyshortcuts", "/ Control+K");
        return find;
    }

    private MenuBar userMenu(Person person) {
        MenuBar menu = new MenuBar();
        menu.addClassName("gh-you");
        menu.addThemeVariants(MenuBarVariant.TERTIARY);
        MenuItem item = menu.addItem(new PersonTag(person.displayName()).initialsOnSmallScreens());
        item.setAriaLabel(text("account", person.displayName()));
        String roles = person.roles().stream().sorted().map(MainLayout::word).collect(Collectors.joining(", "));
        item.getSubMenu().addItem(text("account.roles", roles)).setEnabled(false);
        item.getSubMenu().addSeparator();
        item.getSubMenu()
                .addItem(text("downloads.title"), event -> getUI().ifPresent(ui -> ui.navigate(Places.DOWNLOADS)));
        item.getSubMenu()
                .addItem(
                        text("notices.settings"),
                        event -> getUI().ifPresent(ui -> ui.navigate(Places.NOTICE_SETTINGS)));
        item.getSubMenu().addItem(text("account.title"), event -> getUI().ifPresent(ui -> ui.navigate(Places.ACCOUNT)));
        item.getSubMenu().addItem(text("tokens.title"), event -> getUI().ifPresent(ui -> ui.navigate(Places.TOKENS)));
        if (current.may(Action.READ_PROMOTION)) {
            item.getSubMenu()
                    .addItem(
                            text("delegations.title"),
                            event -> getUI().ifPresent(ui -> ui.navigate(Places.DELEGATIONS)));
        }
        MenuItem language = item.getSubMenu().addItem(text("language"));
        for (Language each : Language.values()) {
            MenuItem choice = language.getSubMenu()
                    .addItem(text("language." + each), event -> getUI().ifPresent(ui -> languages.choose(ui, each)));
            choice.setCheckable(true);
            choice.setChecked(each == Reader.language());
            choice.getElement().setAttribute("lang", each.tag());
        }
        item.getSubMenu().addItem(text("tour.again"), event -> askForTour());
        item.getSubMenu().addItem(text("account.sign-out"), event -> authentication.logout());
        return menu;
    }

    private Div drawer() {
        SideNav nav = new SideNav();
        nav.getElement().setAttribute("aria-label", text("menu"));
        MenuPlace.of(current).stream().filter(MenuPlace::inMenu).map(this::item).forEach(nav::addItem);
        Footer foot = new Footer(Places.link(Places.GLOSSARY, text("glossary.title")));
        if (MenuPlace.builds(current)) {
            foot.add(Places.link(Places.STYLE, text("style.title")));
        }
        foot.add(new Span(text("product.line")));
        foot.addClassName("gh-nav-foot");
        Div drawer = new Div(nav, foot);
        drawer.addClassName("gh-nav");
        return drawer;
    }

    private SideNavItem item(MenuPlace place) {
        SideNavItem item =
                new SideNavItem(place.title(), place.place(), place.icon().create());
        item.setMatchNested(place != MenuPlace.HOME);
        if (place == MenuPlace.REVIEWS) {
            waiting.ifPresent(item::setSuffixComponent);
        }
        return item;
    }

    private static String word(Role role) {
        return Reader.word(role);
    }

    private static String text(String key, Object... parameters) {
        return Page.text(key, parameters);
    }
}
