package io.gatehouse.portal.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.gatehouse.people.Action;
import io.gatehouse.people.Role;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where one can go: the places of the menu in their order, then those that stand elsewhere. */
public enum MenuPlace {
    HOME("menu.home", Places.HOME, VaadinIcon.HOME_O, null, true),
    MODELS("menu.models", Places.MODELS, VaadinIcon.CUBES, Action.READ_REGISTRY, true),
    AS_OF("menu.as-of", Places.AS_OF, VaadinIcon.CLOCK, Action.READ_REGISTRY, true),
    QUARTERS("menu.quarters", Places.QUARTERS, VaadinIcon.CALENDAR, Action.READ_REGISTRY, true),
    REVIEWS("menu.reviews", Places.PROMOTIONS, VaadinIcon.CHECK_SQUARE_O, Action.READ_PROMOTION, true),
    OVERRIDES("overrides.title", Places.OVERRIDES, VaadinIcon.UNLOCK, Action.OVERRIDE, true),
    RISK_LISTS("menu.risk-lists", Places.RISK_LISTS, VaadinIcon.USERS, Action.READ_RISK_LIST, true),
    EXPERIMENTS("menu.experiments", Places.EXPERIMENTS, VaadinIcon.FLASK, Action.READ_TRACKING, true),
    POLICIES("policies.title", Places.POLICIES, VaadinIcon.SCALE, Action.READ_POLICY, true),
    AUDIT("audit.title", Places.AUDIT, VaadinIcon.ARCHIVE, Action.READ_AUDIT, true),
    EXAMINATIONS("examinations.title", Places.EXAMINATIONS, VaadinIcon.SEARCH, Action.EXAMINE, true),
    PEOPLE("people.title", Places.PEOPLE, VaadinIcon.GROUP, Action.MANAGE_PEOPLE, true),
    WEBHOOKS("webhooks.title", Places.WEBHOOKS, VaadinIcon.CONNECT_O, Action.MANAGE_WEBHOOKS, true),
    STORAGE("storage.title", Places.STORAGE, VaadinIcon.STORAGE, Action.CLEAN_UP, true),
    DOWNLOADS("downloads.title", Places.DOWNLOADS, VaadinIcon.DOWNLOAD, null, false),
    NOTICES("notices.title", Places.NOTICES, VaadinIcon.BELL_O, null, false),
    NOTICE_SETTINGS("notices.settings", Places.NOTICE_SETTINGS, VaadinIcon.COG_O, null, false),
    ACCOUNT("account.title", Places.ACCOUNT, VaadinIcon.USER, null, false),
    TOKENS("tokens.title", Places.TOKENS, VaadinIcon.KEY_O, null, false),
    DELEGATIONS("delegations.title", Places.DELEGATIONS, VaadinIcon.HANDSHAKE, Action.READ_PROMOTION, false),
    GLOSSARY("glossary.title", Places.GLOSSARY, VaadinIcon.BOOK, null, false),
    STYLE("style.title", Places.STYLE, VaadinIcon.PALETTE, null, false);

    private final String key;
    private final String place;
    private final VaadinIcon icon;
    private final @Nullable Action action;
    private final boolean inMenu;

    MenuPlace(String key, String place, VaadinIcon icon, @Nullable Action action, boolean inMenu) {
        this.key = key;
        this.place = place;
        this.icon = icon;
        this.action = action;
        this.inMenu = inMenu;
    }

    /** Those that somebody may open. */
    public static List<MenuPlace> of(CurrentPerson current) {
        return Arrays.stream(values())
                .filter(each -> each.action == null || current.may(each.action))
                .filter(each -> each != STYLE || builds(current))
                .toList();
    }

    /** Whoever makes screens, or looks after them; to others the page of colours and parts says nothing. */
    static boolean builds(CurrentPerson current) {
        return current.person()
                .filter(person -> person.has(Role.ADMINISTRATOR) || person.has(Role.DATA_SCIENTIST))
                .isPresent();
    }

    public String title() {
        return Page.text(key);
    }

    public String place() {
        return place;
    }

    VaadinIcon icon() {
        return icon;
    }

    boolean inMenu() {
        return inMenu;
    }
}
