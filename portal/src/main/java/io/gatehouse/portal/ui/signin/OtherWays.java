package io.gatehouse.portal.ui.signin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.people.PasswordDoor;
import io.gatehouse.portal.start.CannotStartException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The ways in beside the password that this installation has. */
@Component
public class OtherWays {
    private final List<OtherWay> all;
    private final boolean alone;

    /** @throws CannotStartException if neither passwords open nor anything else does */
    OtherWays(List<OtherWay> all, PasswordDoor passwords) {
        this.all = List.copyOf(all);
        this.alone = !passwords.isOpen();
        if (alone && all.isEmpty()) {
            throw new CannotStartException(
                    "gatehouse.sign-in.passwords is false and no provider is named, so nobody could sign in. Name one as"
                            + " gatehouse.sign-in.oidc.issuer (docs/ACCOUNTS.md), or leave gatehouse.sign-in.passwords out.");
        }
    }

    public boolean any() {
        return !all.isEmpty();
    }

    /** Whether nobody comes in by a password. */
    public boolean alone() {
        return alone;
    }

    List<OtherWay> all() {
        return all;
    }

    /** Links by which people sign in. */
    Div links() {
        Div links = new Div();
        links.addClassName("gh-other-ways");
        all.forEach(way -> {
            Anchor link = new Anchor(way.place(), I18NProvider.translate("signin.with", way.name()));
            link.setRouterIgnore(true);
            link.addClassNames("gh-button", "is-primary");
            links.add(link);
        });
        return links;
    }

    /** Buttons that set out to have an account here joined. @param joining asked at the click; empty if it is refused */
    public Div joining(Supplier<Optional<Joining>> joining, ButtonVariant... looks) {
        Div buttons = new Div();
        buttons.addClassName("gh-other-ways");
        all.forEach(way -> {
            Button button = new Button(I18NProvider.translate("signin.with.ever", way.name()));
            button.addThemeVariants(looks);
            button.addClickListener(click -> joining.get()
                    .ifPresent(wanted -> button.getUI()
                            .ifPresent(ui -> ui.getPage().setLocation(way.place() + "?" + Joining.begin(wanted)))));
            buttons.add(button);
        });
        return buttons;
    }
}
