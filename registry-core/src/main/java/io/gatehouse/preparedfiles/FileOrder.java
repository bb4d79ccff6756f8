package io.gatehouse.preparedfiles;

import io.gatehouse.people.Action;
import io.gatehouse.sentences.Sentence;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A file that somebody wants to have made.
 *
 * @param kind of the {@link FileMaker} that makes it
 * @param particulars what of it, as the maker understands it; the same ones ask for the same
 * @param title what it is, for people
 * @param place of the screen that shows the same, relative to the portal
 * @param portal absolute address that the asker reached it under
 * @param rights all that one must be allowed to do to have it, at least one; asked again at each download
 * @param rows that it will have; 0 if that is not known
 */
public record FileOrder(
        String kind,
        Map<String, Object> particulars,
        Sentence title,
        String place,
        URI portal,
        List<Action> rights,
        long rows) {

    public FileOrder {
        particulars = Map.copyOf(particulars);
        rights = List.copyOf(rights);
        if (rights.isEmpty()) {
            throw new IllegalArgumentException("A file that anybody may have need not be asked for: " + kind);
        }
    }

    /** One of the particulars. @throws IllegalArgumentException if there is none by that name: a bug of who asked */
    public long number(String name) {
        if (particulars.get(name) instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalArgumentException("The order of a " + kind + " names no " + name);
    }

    /** One of the particulars; empty if there is none by that name. */
    public String text(String name) {
        return particulars.get(name) instanceof String text ? text : "";
    }
}
