package io.gatehouse.portal.ui.tour;

import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.people.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One thing that the tour points at. The first of its places that is on the screen is taken: a telephone shows the button of the menu in
 * place of the menu.
 */
enum TourStep {
    NEEDS_YOU(Role.REVIEWER, "#needs-you", menu("promotions"), Places.MENU),
    REVIEWS(Role.REVIEWER, menu("promotions"), Places.MENU),
    BELL(Role.REVIEWER, ".gh-bell"),
    LIST(Role.CUSTOMER_SUCCESS, "#this-week", menu("risk-lists"), Places.MENU),
    LISTS(Role.CUSTOMER_SUCCESS, menu("risk-lists"), Places.MENU),
    REQUESTS(Role.DATA_SCIENTIST, "#my-requests"),
    CONNECT(Role.DATA_SCIENTIST, "#connect"),
    EXPERIMENTS(Role.DATA_SCIENTIST, menu("experiments"), Places.MENU),
    AUDIT(Role.RISK, menu("audit"), Places.MENU),
    OVERRIDES(Role.RISK, menu("overrides"), Places.MENU),
    POLICIES(Role.RISK, menu("policies"), Places.MENU),
    PEOPLE(Role.ADMINISTRATOR, menu("people"), Places.MENU),
    STORAGE(Role.ADMINISTRATOR, menu("storage"), Places.MENU),
    // After all others: whoever has a task here begins with that.
    HEADLINE(Role.VIEWER, "main h1"),
    QUESTIONS(Role.VIEWER, ".gh-questions"),
    QUARTERS(Role.VIEWER, menu("quarters"), Places.MENU),
    YOU(null, ".gh-you");

    private static final int MOST = 5;

    private final Optional<Role> role;
    private final List<String> places;

    TourStep(@org.jspecify.annotations.Nullable Role role, String... places) {
        this.role = Optional.ofNullable(role);
        this.places = List.of(places);
    }

    /** Those for somebody's roles, and the menu under their name last: how to see it again. */
    static List<TourStep> of(Set<Role> roles) {
        List<TourStep> own = Stream.of(values())
                .filter(step -> step.role.filter(roles::contains).isPresent())
                .limit(MOST - 1)
                .toList();
        return Stream.concat(own.stream(), Stream.of(YOU)).toList();
    }

    List<String> places() {
        return places;
    }

    String title() {
        return I18NProvider.translate("tour." + name() + ".title");
    }

    String words() {
        return I18NProvider.translate("tour." + name());
    }

    private static String menu(String path) {
        return "vaadin-side-nav-item[path='" + path + "']";
    }

    /** Constants of an enum cannot be named by its own values. */
    private static final class Places {
        static final String MENU = "vaadin-drawer-toggle";
    }
}
