package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Duration;

/**
 * Says that a page follows what happens, how long ago it last looked, and lets its reader pause that. While somebody sees the page it
 * asks the server every few seconds; not in a tab that is hidden, nor after half an hour in which nobody moved, so that a forgotten tab
 * does not keep a session alive.
 */
public class LiveLine extends Div {
    private static final Duration WHILE_MOVING = Duration.ofSeconds(3);
    private static final Duration WHILE_STILL = Duration.ofSeconds(15);

    private final transient Runnable look;
    private final Clock clock = new Clock();
    private final Span state = new Span();
    private final Span told = new Span();
    private final Div news = new Div();
    private int looks;

    /** The part that lives in the browser. */
    @Tag("gatehouse-live")
    private static final class Clock extends Component {
        @Override
        protected void onAttach(AttachEvent event) {
            event.getUI().getPage().addJsModule("context://gatehouse/gatehouse-live.js");
        }
    }

    /** @param look reads what is new; it ends with {@link #seen} */
    public LiveLine(Runnable look) {
        this.look = look;
        addClassNames("gh-live", "gh-no-print");
        clock.getElement()
                .setAttribute("just", text("live.just"))
                .setAttribute("seconds", text("live.seconds", "#"))
                .setAttribute("minutes", text("live.minutes", "#"))
                .setAttribute("paused", text("live.paused"))
                .setAttribute("pause", text("live.pause"))
                .setAttribute("go", text("live.go"))
                .setAttribute("every", String.valueOf(WHILE_STILL.toMillis()));
        clock.getElement().addEventListener("gatehouse-look", event -> look());
        state.addClassName("gh-live-state");
        told.getElement().setAttribute("role", "status");
        told.addClassName("gh-visually-hidden");
        add(state, clock, news, told);
    }

    /** As the browser asks for it. */
    public void look() {
        look.run();
    }

    /** @param words what is going on, such as how many runs are training @param moving whether to look again soon */
    public void seen(String words, boolean moving) {
        state.setText(words);
        setClassName("is-moving", moving);
        clock.getElement()
                .setAttribute("every", String.valueOf((moving ? WHILE_MOVING : WHILE_STILL).toMillis()))
                .setAttribute("seen", String.valueOf(++looks));
    }

    /** Reads it out when whoever listens has a moment; not shown, since the page shows it. */
    public void announce(String words) {
        told.setText(words);
    }

    /** What the page would show if it moved everything, such as a button for new rows; nothing takes it away. */
    public void news(Component... offers) {
        news.removeAll();
        news.add(offers);
    }

    /** There is nothing more to follow. */
    public void end() {
        remove(clock);
        state.setText("");
        removeClassName("is-moving");
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
