package io.gatehouse.portal.ui.tokens;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.tokens.AccessToken;
import io.gatehouse.tokens.AccessTokens;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;

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
        list.add(
                own.isEmpty()
                        ? new EmptyState(text("tokens.empty"), text("tokens.empty.hint"))
                        : new TokenTable(text("tokens.all"), own, clock.instant(), this::revoke));
    }

    private void revoke(AccessToken token) {
        tokens.revoke(current.actor(), token.id());
        show();
        list.getChildren()
                .filter(TokenTable.class::isInstance)
                .map(TokenTable.class::cast)
                .forEach(table -> table.focusAfter(token));
    }
}
