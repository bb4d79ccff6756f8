package io.gatehouse.portal.ui.tokens;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.KeyboardPlace;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.portal.ui.components.Tone;
import io.gatehouse.tokens.AccessToken;
import io.gatehouse.tokens.AccessToken.State;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Somebody's access tokens, each of which can be taken back while it opens. */
public class TokenTable extends Table {
    private final transient Consumer<AccessToken> revoke;
    /** By token in the order of the rows; absent where one no longer opens. */
    private final transient Map<UUID, Optional<Button>> buttons = new LinkedHashMap<>();

    /** @param revoke what takes one back, once whoever pressed the button has said so again */
    public TokenTable(String title, List<AccessToken> tokens, Instant now, Consumer<AccessToken> revoke) {
        super(title);
        this.revoke = revoke;
        untitled()
                .column(text("tokens.name"))
                .column(text("tokens.state"))
                .column(text("tokens.created"))
                .column(text("tokens.expires"))
                .column(text("tokens.used"))
                .column(text("tokens.ways"));
        for (AccessToken token : tokens) {
            buttons.put(token.id(), Optional.empty());
            State state = token.state(now);
            row(
                    new Span(token.name()),
                    new StatusBadge(state == State.VALID ? Tone.OK : Tone.NONE, text("tokens.state." + state)),
                    new Span(Figures.date(token.createdAt())),
                    new Span(Figures.date(token.expiresAt())),
                    new Span(used(token.lastUsedAt())),
                    state == State.VALID ? revoking(token) : new Span(ended(token)));
        }
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

    /** Whoever took one back goes on with the next that opens, or from the table if that was the last. */
    void focusAfter(AccessToken revoked) {
        buttons.entrySet().stream()
                .dropWhile(row -> !row.getKey().equals(revoked.id()))
                .flatMap(row -> row.getValue().stream())
                .findFirst()
                .ifPresentOrElse(KeyboardPlace::moveToControl, () -> KeyboardPlace.moveToControl(this));
    }

    private Component revoking(AccessToken token) {
        Button button = new Button(text("tokens.revoke"), event -> ask(token));
        button.setAriaLabel(text("tokens.revoke.of", token.name()));
        buttons.put(token.id(), Optional.of(button));
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
        dialog.addConfirmListener(event -> revoke.accept(token));
        dialog.open();
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
