package io.gatehouse.portal.ui.tokens;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.portal.ui.components.Tone;
import io.gatehouse.tokens.AccessToken;
import io.gatehouse.tokens.AccessToken.State;
import io.gatehouse.tokens.AccessTokens;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everybody's own tokens, open to every role: a token can do nothing that its owner cannot. */
@Route(Places.TOKENS)
@PermitAll
public class TokensView extends Page implements BeforeEnterObserver {
    private final transient CurrentPerson current;
    private final transient AccessTokens tokens;
    private final transient Clock clock;
    private final Div list = new Div();

    TokensView(CurrentPerson current, AccessTokens tokens, Clock clock) {
        this.current = current;
        this.tokens = tokens;
        this.clock = clock;
        setPageTitle(text("tokens.title"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(
                new PageHeader(text("tokens.title")).verdict(text("tokens.verdict")),
                section(text("tokens.new"), new NewToken(current, tokens, clock, this::show)),
                section(text("tokens.all"), list));
        show();
    }

    private void show() {
        List<AccessToken> own = tokens.of(current.actor());
        list.removeAll();
        list.add(own.isEmpty() ? new EmptyState(text("tokens.empty"), text("tokens.empty.hint")) : table(own));
    }

    private Table table(List<AccessToken> own) {
        Table table = new Table(text("tokens.all"))
                .untitled()
                .column(text("tokens.name"))
                .column(text("tokens.state"))
                .column(text("tokens.created"))
                .column(text("tokens.expires"))
                .column(text("tokens.used"))
                .column(text("tokens.ways"));
        Instant now = clock.instant();
        for (AccessToken token : own) {
            State state = token.state(now);
            table.row(
                    new Span(token.name()),
                    badge(state),
                    new Span(Figures.date(token.createdAt())),
                    new Span(Figures.date(token.expiresAt())),
                    new Span(used(token.lastUsedAt())),
                    state == State.VALID ? revoke(token) : new Span(ended(token)));
        }
        return table;
    }

    private static StatusBadge badge(State state) {
        return new StatusBadge(state == State.VALID ? Tone.OK : Tone.NONE, text("tokens.state." + state));
    }

    private static String ended(AccessToken token) {
        Instant revoked = token.revokedAt();
        return revoked == null || !revoked.isBefore(token.expiresAt())
                ? ""
                : text("tokens.revoked", Figures.date(revoked));
    }

    private static String used(@Nullable Instant moment) {
        return moment == null ? text("tokens.never") : Figures.dateTime(moment);
    }

    private Component revoke(AccessToken token) {
        Button button = new Button(text("tokens.revoke"), event -> ask(token));
        button.setAriaLabel(text("tokens.revoke.of", token.name()));
        return button;
    }

    private void ask(AccessToken token) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(text("tokens.revoke.ask", token.name()));
        dialog.setText(text("tokens.revoke.consequence", used(token.lastUsedAt())));
        dialog.setCancelable(true);
        dialog.setCancelText(text("tokens.revoke.keep"));
        dialog.setConfirmText(text("tokens.revoke"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.addConfirmListener(event -> {
            tokens.revoke(current.actor(), token.id());
            show();
        });
        dialog.open();
    }
}
