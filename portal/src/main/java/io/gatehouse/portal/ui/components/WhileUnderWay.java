package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.io.Serializable;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks again every so often while something is under way, such as a check that runs in the background, for as long as somebody has the
 * page open. A page has one of these: the browser asks for all of it in one rhythm.
 */
public final class WhileUnderWay implements Serializable {
    private final Component where;
    private final int millis;
    private final transient BooleanSupplier underWay;
    private final transient Runnable look;
    private @Nullable Registration polling;

    /**
     * @param where what shows it; it is followed while that is on a page
     * @param underWay whether to go on, as of the last look
     * @param look reads how it stands and shows that
     */
    public WhileUnderWay(Component where, Duration every, BooleanSupplier underWay, Runnable look) {
        this.where = where;
        this.millis = Math.toIntExact(every.toMillis());
        this.underWay = underWay;
        this.look = look;
        where.addAttachListener(attached -> check());
        where.addDetachListener(detached -> stop(detached.getUI()));
    }

    /** Goes on or stops, after something has begun or ended. */
    public void check() {
        where.getUI().ifPresent(ui -> {
            if (!underWay.getAsBoolean()) {
                stop(ui);
            } else if (polling == null) {
                ui.setPollInterval(millis);
                polling = ui.addPollListener(tick -> {
                    look.run();
                    check();
                });
            }
        });
    }

    private void stop(UI ui) {
        Registration running = polling;
        if (running != null) {
            running.remove();
            polling = null;
            ui.setPollInterval(-1);
        }
    }
}
