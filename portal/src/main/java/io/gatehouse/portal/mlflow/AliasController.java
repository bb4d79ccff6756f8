package io.gatehouse.portal.mlflow;

import io.gatehouse.people.Actor;
import io.gatehouse.portal.mlflow.RegistryBodies.VersionAnswer;
import io.gatehouse.registry.AliasOutcome;
import io.gatehouse.registry.Aliases;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** MLflow's calls about aliases. */
@MlflowController
class AliasController {
    private final Aliases aliases;
    private final ProtectedAliasRefusal protectedAlias;

    AliasController(Aliases aliases, ProtectedAliasRefusal protectedAlias) {
        this.aliases = aliases;
        this.protectedAlias = protectedAlias;
    }

    @PostMapping("/registered-models/alias")
    WireAnswer set(WireRequest request, Actor actor) {
        AliasOutcome outcome = aliases.set(
                actor, RegistryRequests.name(request), request.text("alias"), RegistryRequests.version(request));
        return switch (outcome) {
            case AliasOutcome.Moved moved -> WireAnswer.EMPTY;
            case AliasOutcome.AlreadyHeld held -> WireAnswer.EMPTY;
            case AliasOutcome.Protected refused -> throw protectedAlias.of(refused);
            case AliasOutcome.UnknownVersion(var sentence) -> throw MlflowRefusal.missing(sentence.english());
            case AliasOutcome.InvalidName(var sentence) -> throw MlflowRefusal.invalid(sentence.english());
            case AliasOutcome.NotPermitted(var sentence) ->
                throw new MlflowRefusal(MlflowError.PERMISSION_DENIED, sentence.english());
        };
    }

    @DeleteMapping("/registered-models/alias")
    WireAnswer delete(WireRequest request, Actor actor) {
        Refusals.orRefuse(aliases.delete(actor, RegistryRequests.name(request), request.text("alias")));
        return WireAnswer.EMPTY;
    }

    @GetMapping("/registered-models/alias")
    WireAnswer get(WireRequest request, Actor actor) {
        return new VersionAnswer(RegistryBodies.of(
                Refusals.orRefuse(aliases.resolve(actor, RegistryRequests.name(request), request.text("alias")))));
    }
}
