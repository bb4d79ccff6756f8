package io.gatehouse.registry;

import io.gatehouse.audit.AuditTrail;
import io.gatehouse.house.Refusal;
import io.gatehouse.people.Actor;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What models and versions may be tagged with. Whoever reaches for the tags of the house itself is refused on record. */
@Component
class TagRules {
    private final AuditTrail audit;

    TagRules(AuditTrail audit) {
        this.audit = audit;
    }

    /**
     * Why a tag cannot be set, in the transaction of the caller; empty if it can.
     *
     * @param object that is tagged, as the audit log names it
     */
    Optional<Refusal> objectionToSetting(Actor actor, String object, String key, String value) {
        return RegistryNames.refusedTag(key, value)
                .or(() -> RegistryNames.reservedTag(key).map(refusal -> recorded(actor, object, key, refusal)));
    }

    /** As {@link #objectionToSetting(Actor, String, String, String)}, for the first of several. */
    Optional<Refusal> objectionToSetting(Actor actor, String object, Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> objectionToSetting(actor, object, tag.getKey(), tag.getValue()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    Optional<Refusal> objectionToDeleting(Actor actor, String object, String key) {
        return RegistryNames.refusedTag(key, "")
                .or(() -> RegistryNames.reservedTag(key).map(refusal -> recorded(actor, object, key, refusal)));
    }

    private Refusal recorded(Actor actor, String object, String key, Refusal refusal) {
        audit.append(actor, "tag.refused", object, Map.of("key", key));
        return refusal;
    }
}
