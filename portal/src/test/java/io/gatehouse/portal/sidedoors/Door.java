package io.gatehouse.portal.sidedoors;

import io.gatehouse.portal.bench.WireClient.Answer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One way in that is not the gate.
 *
 * @param name what somebody tries
 * @param call method and pattern of the wire, as the house maps it, such as {@code POST registered-models/alias}
 * @param attempt how a stock client makes it
 * @param status of the answer
 * @param errorCode of the answer; absent where the call is harmless and is granted
 * @param recorded action that the audit log must have of it; absent where nothing is governed
 */
record Door(
        String name,
        String call,
        Function<Reign, Answer> attempt,
        int status,
        @Nullable String errorCode,
        @Nullable String recorded) {

    static Door closed(String name, String call, String recorded, Function<Reign, Answer> attempt) {
        return new Door(name, call, attempt, 403, "PERMISSION_DENIED", recorded);
    }

    /** Such a call cannot be, whoever holds what. */
    static Door wall(String name, String call, int status, String errorCode, Function<Reign, Answer> attempt) {
        return new Door(name, call, attempt, status, errorCode, null);
    }

    /** Granted, since it touches nothing of the champion. */
    static Door harmless(String name, String call, Function<Reign, Answer> attempt) {
        return new Door(name, call, attempt, 200, null, null);
    }

    /** Granted, and on record. */
    static Door recorded(String name, String call, String recorded, Function<Reign, Answer> attempt) {
        return new Door(name, call, attempt, 200, null, recorded);
    }

    @Override
    public String toString() {
        return name;
    }
}
