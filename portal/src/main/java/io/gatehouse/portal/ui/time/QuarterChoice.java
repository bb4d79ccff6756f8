package io.gatehouse.portal.ui.time;

import com.vaadin.flow.component.select.Select;
import io.gatehouse.champions.Quarter;
import io.gatehouse.portal.ui.Places;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which quarter is shown. Another choice is another address. */
final class QuarterChoice extends Select<Quarter> {

    /** @param first the earliest on offer @param last the newest; the one shown is always among them @param place where a choice leads */
    QuarterChoice(String label, Quarter first, Quarter last, Quarter shown, Function<Quarter, String> place) {
        List<Quarter> offered = Stream.iterate(last, quarter -> !quarter.from().isBefore(first.from()), Quarter::before)
                .toList();
        setLabel(label);
        setItems(
                offered.contains(shown)
                        ? offered
                        : Stream.concat(offered.stream(), Stream.of(shown)).toList());
        setItemLabelGenerator(Quarter::words);
        setValue(shown);
        addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                getUI().ifPresent(ui -> Places.go(ui, place.apply(change.getValue())));
            }
        });
    }
}
