package io.gatehouse.modelcard;

import io.gatehouse.audit.CanonicalJson;
import io.gatehouse.ids.Digests;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that people said of a version.
 *
 * @param modelId of the registered model
 * @param model name
 * @param version number
 * @param last save; absent if nobody has saved this card yet
 * @param answers by field, carried ones included; fields that nobody ever answered are left out
 */
public record CardAnswers(
        UUID modelId, String model, int version, @Nullable CardRevision last, Map<CardField, CardAnswer> answers) {

    public CardAnswers {
        Map<CardField, CardAnswer> inOrder = new EnumMap<>(CardField.class);
        inOrder.putAll(answers);
        answers = Collections.unmodifiableMap(inOrder);
    }

    /** With further answers. */
    CardAnswers and(Map<CardField, CardAnswer> further) {
        Map<CardField, CardAnswer> all = new EnumMap<>(CardField.class);
        all.putAll(answers);
        all.putAll(further);
        return new CardAnswers(modelId, model, version, last, all);
    }

    /** What the next save has to name, so that nobody writes over what they have not read; 0 before the first. */
    public int revision() {
        return last == null ? 0 : last.number();
    }

    public Optional<CardAnswer> answer(CardField field) {
        return Optional.ofNullable(answers.get(field));
    }

    public boolean given(CardField field) {
        return answer(field).filter(CardAnswer::given).isPresent();
    }

    /** Those of the fields that are not answered, in their order on the card. */
    public List<CardField> missing(Collection<CardField> fields) {
        return fields.stream().filter(field -> !given(field)).sorted().toList();
    }

    /** Answers of earlier versions that nobody has confirmed for this one yet. */
    public List<CardAnswer> carried() {
        return answers.values().stream()
                .filter(answer -> !answer.confirmed() && !answer.words().isEmpty())
                .toList();
    }

    /** Of all answers given; what is carried over and not confirmed is no part of it. */
    public String sha256() {
        Map<String, String> given = new TreeMap<>();
        answers.values().stream()
                .filter(CardAnswer::given)
                .forEach(answer -> given.put(answer.field().key(), answer.words()));
        return Digests.sha256(CanonicalJson.write(given));
    }
}
