package io.gatehouse.portal.ui.search;

import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.people.Action;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * What somebody may look for, and how it is called: nobody is told of what they may not read.
 *
 * @param kinds of what they may find by name; empty if only pages and words of the glossary
 * @param ways in which it is written
 */
record SearchHint(List<String> kinds, List<String> ways) {
    SearchHint {
        kinds = List.copyOf(kinds);
        ways = List.copyOf(ways);
    }

    static SearchHint of(CurrentPerson person) {
        boolean models = person.may(Action.READ_REGISTRY);
        boolean requests = person.may(Action.READ_PROMOTION);
        boolean lists = person.may(Action.READ_RISK_LIST);
        boolean runs = person.may(Action.READ_TRACKING);
        List<String> kinds = new ArrayList<>();
        List<String> ways = new ArrayList<>();
        if (models) {
            kinds.add(text("search.kind.model"));
        }
        if (requests) {
            kinds.add(text("search.kind.request"));
        }
        if (lists) {
            kinds.add(text("search.kind.list"));
            kinds.add(text("search.kind.customer"));
        }
        if (runs) {
            kinds.add(text("search.kind.experiment"));
            kinds.add(text("search.kind.run"));
        }
        ways.add(text(kinds.isEmpty() ? "search.way.page" : "search.way.name"));
        if (requests || lists) {
            ways.add(text(!lists ? "search.way.request" : requests ? "search.way.number" : "search.way.list"));
        }
        if (runs) {
            ways.add(text("search.way.run"));
        }
        // With a clause of its own, it closes the row.
        if (lists) {
            ways.add(text("search.way.customer"));
        }
        return new SearchHint(kinds, ways);
    }

    String label() {
        return kinds.isEmpty() ? text("search.field.page") : text("search.field", Reader.either(kinds));
    }

    String help() {
        return text("search.field.hint", Figures.sentenceCase(Reader.either(ways)));
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
