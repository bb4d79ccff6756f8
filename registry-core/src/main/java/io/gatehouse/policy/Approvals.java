package io.gatehouse.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose approvals a promotion needs, and what becomes of a request that nobody decides. Written as a plain number where that is all that
 * is asked, so that policies of before keep their text and their hash.
 *
 * @param number of approvals, 1 to 5
 * @param roles kinds of people of whom one each must be among them; whoever is not named here is a reviewer. Absent: all are reviewers
 * @param inOrder whether they approve in the order of {@code roles}; absent: in any
 * @param remindAfter days of waiting after which those are reminded for whom a request waits; absent: never
 * @param expiresAfter days of waiting after which a request expires. Absent: it waits until somebody decides. It is never approved by
 *     time passing
 */
public record Approvals(
        int number,
        @Nullable List<Approver> roles,
        @Nullable Boolean inOrder,
        @Nullable Integer remindAfter,
        @Nullable Integer expiresAfter) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public Approvals(
            @JsonProperty("number") int number,
            @JsonProperty("roles") @Nullable List<Approver> roles,
            @JsonProperty("in_order") @Nullable Boolean inOrder,
            @JsonProperty("remind_after") @Nullable Integer remindAfter,
            @JsonProperty("expires_after") @Nullable Integer expiresAfter) {
        this.number = number;
        this.roles = roles == null ? null : List.copyOf(roles);
        this.inOrder = inOrder;
        this.remindAfter = remindAfter;
        this.expiresAfter = expiresAfter;
    }

    /** So many reviewers, whoever they are, whenever they get to it. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Approvals of(int number) {
        return new Approvals(number, null, null, null, null);
    }

    /** As it is written in a policy: a number, or fields. */
    @JsonValue
    Object written() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("number", number);
        if (roles != null && !roles.isEmpty()) {
            fields.put("roles", roles.stream().map(Enum::name).toList());
        }
        if (ordered()) {
            fields.put("in_order", true);
        }
        if (remindAfter != null) {
            fields.put("remind_after", remindAfter);
        }
        if (expiresAfter != null) {
            fields.put("expires_after", expiresAfter);
        }
        return fields.size() == 1 ? number : fields;
    }

    public boolean ordered() {
        return inOrder != null && inOrder;
    }

    /** One seat for each approval, as many as {@code number}: the kinds that are named, then reviewers. */
    public List<Approver> seats() {
        List<Approver> seats = new ArrayList<>(roles == null ? List.of() : roles);
        while (seats.size() < number) {
            seats.add(Approver.REVIEWER);
        }
        return List.copyOf(seats);
    }
}
