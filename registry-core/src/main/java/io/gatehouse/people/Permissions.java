package io.gatehouse.people;

import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Sentences;
import io.gatehouse.sentences.Written;
import java.util.List;
import java.util.Locale;

/** The one place that decides whether an actor may do something; the wire, the API, the screens and the core all ask here. */
public final class Permissions {
    private Permissions() {}

    /** The answer: granted, or denied with the sentence that says which role is missing. */
    public sealed interface Decision {
        record Granted() implements Decision {}

        record Denied(Sentence sentence) implements Decision {}

        default boolean granted() {
            return this instanceof Granted;
        }
    }

    /** Decides for an action on the resource that its words name. */
    public static Decision check(Actor actor, Action action) {
        if (actor.via() == Actor.Via.SYSTEM
                || actor.person().active() && action.roles().stream().anyMatch(actor.person()::has)) {
            return new Decision.Granted();
        }
        List<String> roles = action.roles().stream()
                .map(role -> role.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .sorted()
                .toList();
        // Nobody changes their own roles, so that an administrator has to ask another one.
        String code = "permission.denied" + (roles.size() > 1 ? ".any" : "")
                + (actor.person().has(Role.ADMINISTRATOR) ? ".administrator" : "");
        return new Decision.Denied(Sentences.say(
                code,
                "person",
                actor.person().displayName(),
                "action",
                action.words(),
                "roles",
                Written.either(roles)));
    }

    /** @throws NotPermittedException if denied; for callers whose contract has no place for a refusal */
    public static void require(Actor actor, Action action) {
        if (check(actor, action) instanceof Decision.Denied denied) {
            throw new NotPermittedException(actor, action, denied.sentence());
        }
    }
}
