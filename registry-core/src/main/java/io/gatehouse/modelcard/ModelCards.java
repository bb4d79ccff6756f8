package io.gatehouse.modelcard;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.audit.AuditTrail;
import io.gatehouse.audit.CanonicalJson;
import io.gatehouse.house.Outcome;
import io.gatehouse.ids.Digests;
import io.gatehouse.outbox.Outbox;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.registry.ModelVersion;
import io.gatehouse.registry.ModelVersions;
import io.gatehouse.registry.RegisteredModels;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Words;
import io.gatehouse.sentences.Written;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The answers on the cards of versions. Each save is a revision that nobody changes afterwards, made under the lock of the model, so that
 * of two saves on the same reading one counts and the other is told who was first.
 */
@Component
public class ModelCards {
    /** Characters of one answer. */
    public static final int LONGEST = 8_000;

    /** Digest of a card on which nobody has given an answer. */
    public static final String NOTHING_SAID = Digests.sha256(CanonicalJson.write(Map.of()));

    private static final Instant ALWAYS = Instant.parse("9999-12-31T00:00:00Z");

    private final ModelVersions versions;
    private final RegisteredModels models;
    private final CardRows rows;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    ModelCards(
            ModelVersions versions,
            RegisteredModels models,
            CardRows rows,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.versions = versions;
        this.models = models;
        this.rows = rows;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of saving. */
    public sealed interface Saved {
        /** @param card as it stands now @param sentence who said what */
        record Done(CardAnswers card, Sentence sentence) implements Saved {}

        /** The card says just that already. */
        record Unchanged(CardAnswers card) implements Saved {}

        /** @param code stable, such as {@code CHANGED_SINCE} */
        record Refused(String code, Sentence sentence) implements Saved {}
    }

    /** Empty if there is no such version. */
    @Transactional(readOnly = true)
    public Optional<CardAnswers> find(Actor actor, String model, int version) {
        return at(actor, model, version, ALWAYS);
    }

    /** The card as it stood at a moment. Empty if there is no such version. */
    @Transactional(readOnly = true)
    public Optional<CardAnswers> at(Actor actor, String model, int version, Instant moment) {
        Permissions.require(actor, Action.READ_REGISTRY);
        return versions.find(actor, model, version) instanceof Outcome.Done<ModelVersion>(ModelVersion found)
                ? Optional.of(card(found, moment))
                : Optional.empty();
    }

    /** The card of the version in use of every model, by its name, without its saves; models that have none in use are left out. */
    @Transactional(readOnly = true)
    public Map<String, CardAnswers> ofVersionsInUse(Actor actor) {
        Permissions.require(actor, Action.READ_REGISTRY);
        return rows.ofVersionsInUse().stream().collect(Collectors.toMap(CardAnswers::model, card -> card));
    }

    /** All saves of a card, newest first; none if there is no such version. */
    @Transactional(readOnly = true)
    public List<CardRevision> revisions(Actor actor, String model, int version) {
        Permissions.require(actor, Action.READ_REGISTRY);
        return versions.find(actor, model, version) instanceof Outcome.Done<ModelVersion>(ModelVersion found)
                ? rows.revisions(found.modelId(), version, ALWAYS)
                : List.of();
    }

    /** The digest of what is said of a version; for the rooms of the core, which bind votes to it. */
    @Transactional(readOnly = true)
    public String sha256(UUID modelId, int version) {
        return rows.sha256(modelId, version);
    }

    /** Which of some fields are not answered; for the rooms of the core. */
    @Transactional(readOnly = true)
    public List<CardField> missing(UUID modelId, int version, Collection<CardField> fields) {
        return fields.isEmpty()
                ? List.of()
                : new CardAnswers(modelId, "", version, null, rows.answers(modelId, version, ALWAYS)).missing(fields);
    }

    private CardAnswers card(ModelVersion of, Instant moment) {
        return new CardAnswers(
                of.modelId(),
                of.model(),
                of.version(),
                rows.last(of.modelId(), of.version(), moment).orElse(null),
                rows.answers(of.modelId(), of.version(), moment));
    }

    /**
     * Answers fields. Those that are not named stay as they are; empty words take an answer away; the words of an answer that is carried
     * over confirm it.
     *
     * @param base revision that the writer read; 0 where there was none
     */
    @Transactional
    public Saved save(Actor actor, String model, int version, int base, Map<CardField, String> words) {
        Saved saved = checked(actor, model, version, base, words);
        if (saved instanceof Saved.Refused refused) {
            audit.append(actor, "model_card.save_refused", object(model, version), Map.of("code", refused.code()));
        }
        return saved;
    }

    private Saved checked(Actor actor, String model, int version, int base, Map<CardField, String> words) {
        if (Permissions.check(actor, Action.WRITE_MODEL_CARD) instanceof Permissions.Decision.Denied denied) {
            return new Saved.Refused("NOT_PERMITTED", denied.sentence());
        }
        Optional<CardField> unfit = words.entrySet().stream()
                .filter(entry ->
                        entry.getValue().length() > LONGEST || entry.getValue().indexOf('\0') >= 0)
                .map(Map.Entry::getKey)
                .findFirst();
        if (unfit.isPresent()) {
            return new Saved.Refused(
                    "INVALID_TEXT", say("card.text_unfit", "field", Words.of(unfit.get()), "longest", LONGEST));
        }
        // Looked up again under the lock, since the version may be deleted and the card saved while one waits for it.
        if (!(versions.find(actor, model, version) instanceof Outcome.Done<ModelVersion>(ModelVersion named))
                || models.lock(named.modelId()).isEmpty()
                || !(versions.find(actor, model, version) instanceof Outcome.Done<ModelVersion>(ModelVersion found))) {
            return new Saved.Refused(
                    "UNKNOWN_VERSION", say("promotion.unknown_version", "model", model, "version", version));
        }
        CardAnswers card = card(found, ALWAYS);
        return base == card.revision() ? save(actor, card, words) : stale(card, base);
    }

    /** Somebody else saved since the writer read the card. */
    private Saved.Refused stale(CardAnswers card, int base) {
        List<CardRevision> since = rows.revisions(card.modelId(), card.version(), ALWAYS).stream()
                .filter(revision -> revision.number() > base)
                .toList();
        if (since.isEmpty()) {
            return new Saved.Refused("UNKNOWN_REVISION", say("card.unknown_revision", "base", base));
        }
        List<String> people =
                since.reversed().stream().map(CardRevision::by).distinct().toList();
        List<String> fields = since.stream()
                .flatMap(revision -> revision.fields().stream())
                .distinct()
                .sorted()
                .map(Words::of)
                .toList();
        return new Saved.Refused(
                "CHANGED_SINCE",
                say("card.changed_since", "people", Written.list(people), "fields", Written.list(fields)));
    }

    private Saved save(Actor actor, CardAnswers card, Map<CardField, String> words) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<CardAnswer> changed = new ArrayList<>();
        // In the order of the card, whoever handed them over.
        new TreeMap<>(words)
                .forEach((field, said) ->
                        changed(card, field, tidy(said), actor, now).ifPresent(changed::add));
        if (changed.isEmpty()) {
            return new Saved.Unchanged(card);
        }
        Map<CardField, CardAnswer> answers = new EnumMap<>(CardField.class);
        answers.putAll(card.answers());
        changed.forEach(answer -> answers.put(answer.field(), answer));
        List<CardField> fields = changed.stream().map(CardAnswer::field).toList();
        String sha256 = new CardAnswers(card.modelId(), card.model(), card.version(), null, answers).sha256();
        CardRevision revision =
                new CardRevision(card.revision() + 1, now, actor.person().displayName(), fields, sha256);
        rows.add(card, revision, actor.person().id(), changed);
        record(actor, card, revision);
        return new Saved.Done(
                new CardAnswers(card.modelId(), card.model(), card.version(), revision, answers),
                say(
                        "card.saved",
                        "person",
                        actor.person().displayName(),
                        "fields",
                        Written.list(fields.stream().map(Words::of).toList())));
    }

    private void record(Actor actor, CardAnswers card, CardRevision revision) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("model", card.model());
        details.put("version", card.version());
        details.put("revision", revision.number());
        outbox.publish(actor, "model_card.saved", details);
        audit.append(
                actor,
                "model_card.saved",
                object(card.model(), card.version()),
                Map.of(
                        "revision",
                        revision.number(),
                        "fields",
                        revision.fields().stream().map(CardField::key).toList(),
                        "sha256",
                        revision.sha256()));
    }

    private static Optional<CardAnswer> changed(
            CardAnswers card, CardField field, String said, Actor actor, Instant now) {
        Optional<CardAnswer> before = card.answer(field);
        String words = before.map(CardAnswer::words).orElse("");
        boolean standsAlready = before.map(CardAnswer::confirmed).orElse(words.isEmpty());
        if (standsAlready && said.equals(words) || before.isEmpty() && said.isEmpty()) {
            return Optional.empty();
        }
        Integer from = said.equals(words) ? before.map(CardAnswer::carriedFrom).orElse(null) : null;
        return Optional.of(
                new CardAnswer(field, said, true, from, actor.person().displayName(), now));
    }

    /** Line ends as browsers on all systems agree on them, so that the same words have the same digest. */
    private static String tidy(String words) {
        return words.replace("\r\n", "\n").strip();
    }

    private static String object(String model, int version) {
        return "model/" + model + "/version/" + version;
    }
}
