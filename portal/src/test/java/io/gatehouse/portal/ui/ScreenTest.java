package io.gatehouse.portal.ui;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.samples.SampleScreenTest;
import java.util.List;
import java.util.Set;

/**
 * A test of screens without a browser, on the samples. Sign in with {@code @WithMockUser("vera")}; everybody of {@link TestPeople} is
 * there.
 */
@SampleScreenTest
public abstract class ScreenTest extends SpringBrowserlessTest {

    protected ScreenTest(TestPeople people) {
        // The environment opens the first screen before any method of a test runs, so the people must be there by now.
        people.dana();
        people.dmitri();
        people.priya();
        people.vera();
        people.carl();
        people.rita();
        people.adam();
    }

    @Override
    protected Set<String> scanPackages() {
        return Set.of("io.gatehouse.portal.ui");
    }

    /** Opens an address as a link or a bookmark does, and returns what is shown, an error page perhaps. */
    protected Component open(String place) {
        Places.go(UI.getCurrent(), place);
        return (Component) getCurrentView();
    }

    /** Everything that the screen says. */
    protected String words() {
        return getCurrentView().getElement().getTextRecursively();
    }

    /** Presses the button with exactly these words on it. */
    protected void press(String words) {
        test($view(Button.class).all().stream()
                        .filter(button -> button.getText().equals(words))
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    protected String heading() {
        return $view(H1.class).single().getText();
    }

    protected List<String> sections() {
        return $view(H2.class).all().stream().map(H2::getText).toList();
    }
}
