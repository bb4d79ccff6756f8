package io.gatehouse.portal.api;

import io.gatehouse.champions.Champions;
import io.gatehouse.champions.ModelPage;
import io.gatehouse.champions.Tenure;
import io.gatehouse.house.Outcome;
import io.gatehouse.lineage.LineageGraph;
import io.gatehouse.lineage.Lineages;
import io.gatehouse.people.Actor;
import io.gatehouse.registry.RegisteredModel;
import io.gatehouse.registry.RegisteredModels;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For programs: who was champion when, on whose word and which figures; and where things came from and went. */
@RestController
@RequestMapping("/api/gatehouse/v1")
class HistoryController {
    private final RegisteredModels models;
    private final Champions champions;
    private final Lineages lineages;
    private final Clock clock;

    HistoryController(RegisteredModels models, Champions champions, Lineages lineages, Clock clock) {
        this.clock = clock;
        this.models = models;
        this.champions = champions;
        this.lineages = lineages;
    }

    /** @param tenures newest first */
    record History(String model, String alias, List<Tenure> tenures) {}

    /** @param at a date, which means the end of that day where the portal is, or a moment; absent, all tenures */
    @GetMapping("/models/{name}/aliases/{alias}/history")
    History history(
            Actor actor, @PathVariable String name, @PathVariable String alias, @RequestParam @Nullable String at) {
        return switch (models.find(actor, name)) {
            case Outcome.Refused<RegisteredModel>(var refusal) ->
                throw new ApiRefusal(
                        HttpStatus.NOT_FOUND,
                        "UNKNOWN_MODEL",
                        "name",
                        refusal.sentence().english(),
                        "Search the registered models and name one of them.");
            case Outcome.Done<RegisteredModel>(RegisteredModel model) -> history(actor, model, alias, at);
        };
    }

    private History history(Actor actor, RegisteredModel model, String alias, @Nullable String at) {
        if (!model.protects(alias)) {
            throw new ApiRefusal(
                    HttpStatus.NOT_FOUND,
                    "NO_HISTORY",
                    "alias",
                    "Only the protected alias has a history.",
                    "Ask for '" + model.protectedAlias() + "'.");
        }
        List<Tenure> tenures =
                champions.page(actor, model.name()).map(ModelPage::tenures).orElse(List.of());
        if (at != null) {
            Instant moment = RequestFields.past("at", at, clock.instant());
            tenures = tenures.stream()
                    .filter(tenure -> !tenure.from().isAfter(moment)
                            && (tenure.to() == null || tenure.to().isAfter(moment)))
                    .toList();
        }
        return new History(model.name(), model.protectedAlias(), tenures);
    }

    /** @param node id such as {@code version/churn/3} @param direction up, down or both */
    @GetMapping("/lineage")
    LineageGraph lineage(
            Actor actor, @RequestParam String node, @RequestParam(defaultValue = "both") String direction) {
        return lineages.around(actor, RequestFields.plain("node", node), direction(direction))
                .orElseThrow(() -> new ApiRefusal(
                        HttpStatus.NOT_FOUND,
                        "UNKNOWN_NODE",
                        "node",
                        "Nothing is on record as '" + RequestFields.excerpt(node) + "'.",
                        "Name a node like version/<model>/<number> or run/<id>."));
    }

    private static Lineages.Direction direction(String text) {
        try {
            return Lineages.Direction.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new UnfitFieldException(
                    "direction", "direction is up, down or both, not '" + RequestFields.excerpt(text) + "'.");
        }
    }
}
