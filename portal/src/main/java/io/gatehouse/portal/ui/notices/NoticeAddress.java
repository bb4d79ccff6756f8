package io.gatehouse.portal.ui.notices;

import com.vaadin.flow.router.QueryParameters;
import io.gatehouse.notices.Inbox;
import io.gatehouse.notices.NoticeKind;
import io.gatehouse.portal.ui.Places;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which notices an address shows; what it does not say, or says in no known word, narrows nothing.
 *
 * @param unread only new ones
 * @param kind only of this kind; all if absent
 * @param from notices before those that are shown
 */
record NoticeAddress(boolean unread, @Nullable NoticeKind kind, long from) {
    static final int AT_ONCE = 50;

    static NoticeAddress of(QueryParameters parameters) {
        String from = parameters.getSingleParameter("from").orElse("0");
        return new NoticeAddress(
                parameters.getSingleParameter("show").filter("new"::equals).isPresent(),
                parameters
                        .getSingleParameter("kind")
                        .flatMap(NoticeAddress::kind)
                        .orElse(null),
                from.matches("[0-9]{1,9}") ? Long.parseLong(from) : 0);
    }

    private static java.util.Optional<NoticeKind> kind(String word) {
        return Arrays.stream(NoticeKind.values())
                .filter(kind -> word(kind).equals(word))
                .findFirst();
    }

    private static String word(NoticeKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean narrows() {
        return unread || kind != null;
    }

    /** One more than is shown, which tells whether there are older ones. */
    Inbox.Query query() {
        return new Inbox.Query(unread, kind, from, AT_ONCE + 1);
    }

    NoticeAddress from(long first) {
        return new NoticeAddress(unread, kind, Math.max(0, first));
    }

    String place() {
        String query = Stream.of(
                        unread ? "show=new" : "",
                        kind == null ? "" : "kind=" + word(kind),
                        from == 0 ? "" : "from=" + from)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? Places.NOTICES : Places.NOTICES + "?" + query;
    }
}
