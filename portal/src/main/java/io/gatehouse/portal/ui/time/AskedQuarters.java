package io.gatehouse.portal.ui.time;

import com.vaadin.flow.router.Location;
import io.gatehouse.champions.Quarter;
import io.gatehouse.portal.ui.components.Figures;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The two quarters that an address asks for: the one that runs and the one before it, where it does not say.
 *
 * @param later the one asked about
 * @param earlier the one it is held against
 * @param wanted as the address has it
 * @param beside likewise
 * @param now quarters that begin later are not known yet
 */
record AskedQuarters(Quarter later, Quarter earlier, Optional<String> wanted, Optional<String> beside, Instant now) {

    static AskedQuarters of(Location location, Instant now) {
        Optional<String> wanted = location.getQueryParameters().getSingleParameter("quarter");
        Optional<String> beside = location.getQueryParameters().getSingleParameter("with");
        Quarter later = wanted.flatMap(text -> begun(text, now)).orElse(Quarter.of(Figures.day(now)));
        Quarter earlier = beside.flatMap(text -> begun(text, now)).orElse(later.before());
        return new AskedQuarters(later, earlier, wanted, beside, now);
    }

    /** What is no quarter, or none that has begun. */
    Stream<String> notUnderstood() {
        return Stream.concat(wanted.stream(), beside.stream())
                .filter(text -> begun(text, now).isEmpty());
    }

    private static Optional<Quarter> begun(String text, Instant now) {
        return Quarter.parse(text).filter(quarter -> !quarter.from().isAfter(now));
    }
}
