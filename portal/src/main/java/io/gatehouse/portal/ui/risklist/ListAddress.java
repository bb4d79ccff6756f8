package io.gatehouse.portal.ui.risklist;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import io.gatehouse.people.Actor;
import io.gatehouse.risklist.RiskListPage.Header;
import io.gatehouse.risklist.RiskLists;

/** The list that an address names, as {@code RL-7} or as {@code 7}. */
final class ListAddress {
    private ListAddress() {}

    /** @throws NotFoundException in words if there is no such list */
    static Header list(BeforeEnterEvent event, RiskLists lists, Actor actor) {
        String address = event.getRouteParameters().get("number").orElse("");
        String digits = address.startsWith("RL-") ? address.substring(3) : address;
        if (!digits.matches("\\d{1,18}")) {
            throw unknown(address);
        }
        return lists.header(actor, Long.parseLong(digits)).orElseThrow(() -> unknown(address));
    }

    private static NotFoundException unknown(String address) {
        return new NotFoundException(I18NProvider.translate("risklist.not-found", address));
    }
}
