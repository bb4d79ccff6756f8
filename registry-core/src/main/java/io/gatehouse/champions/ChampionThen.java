package io.gatehouse.champions;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.house.HouseDays;
import io.gatehouse.outcomes.LiveFigures;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Written;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which version of a model was in use at a moment, on whose word and on which figures.
 *
 * @param model name
 * @param tenure of the version; absent if none was in use
 * @param figures that it was approved on; absent if none was in use, or its evaluation is not on record
 * @param sentence the same in words
 */
public record ChampionThen(
        String model, @Nullable Tenure tenure, @Nullable FiguresThen figures, Sentence sentence) {

    /** @param live what was known then of the version in use; absent if nothing was */
    static ChampionThen of(String model, TenureFacts champion, @Nullable LiveFigures live) {
        return new ChampionThen(
                model,
                champion.shown(),
                champion.judged()
                        .map(evaluation -> FiguresThen.of(evaluation, live))
                        .orElse(null),
                champion.judged().isEmpty()
                        ? say(
                                "then.champion.not_on_record",
                                "version",
                                champion.version(),
                                "since",
                                Written.day(HouseDays.of(champion.from())))
                        : say(
                                "then.champion",
                                "version",
                                champion.version(),
                                "since",
                                Written.day(HouseDays.of(champion.from())),
                                "approved",
                                Written.list(champion.approvedBy()),
                                "policy",
                                champion.policy()));
    }

    /** @param first when the first version came into use; absent if none ever did */
    static ChampionThen nobody(String model, Instant at, @Nullable Instant first) {
        String day = Written.day(HouseDays.of(at));
        if (first == null) {
            return new ChampionThen(model, null, null, say("then.nobody.ever", "day", day));
        }
        Sentence sentence = first.isAfter(at)
                ? say("then.nobody.yet", "day", day, "first", Written.day(HouseDays.of(first)))
                : say("then.nobody", "day", day);
        return new ChampionThen(model, null, null, sentence);
    }
}
