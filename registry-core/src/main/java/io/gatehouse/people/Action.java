package io.gatehouse.people;

import static io.gatehouse.people.Role.*;

import java.util.Set;

/** Everything that can be permitted, in words that complete “may not …”, with the roles of which one is enough. */
public enum Action {
    READ_TRACKING("read runs and experiments", VIEWER, DATA_SCIENTIST, REVIEWER, RISK),
    WRITE_TRACKING("log runs", DATA_SCIENTIST),
    READ_REGISTRY("read models", VIEWER, CUSTOMER_SUCCESS, DATA_SCIENTIST, REVIEWER, RISK),
    WRITE_REGISTRY("register or change models", DATA_SCIENTIST),
    WRITE_MODEL_CARD("write model cards", DATA_SCIENTIST, RISK),
    REQUEST_PROMOTION("ask for a promotion", DATA_SCIENTIST),
    READ_PROMOTION("read promotion requests", VIEWER, DATA_SCIENTIST, REVIEWER, RISK),
    VOTE("vote on a promotion", REVIEWER),
    OVERRIDE("override checks that did not pass", REVIEWER, RISK),
    ROLL_BACK("take a champion back", REVIEWER, RISK),
    READ_RISK_LIST("read risk lists, which name subscribers", CUSTOMER_SUCCESS, DATA_SCIENTIST),
    POST_SCORED_BATCH("post a scored batch", DATA_SCIENTIST),
    POST_OUTCOMES("say what became of customers", CUSTOMER_SUCCESS, DATA_SCIENTIST),
    READ_POLICY("read policies", VIEWER, DATA_SCIENTIST, REVIEWER, RISK, ADMINISTRATOR),
    WRITE_POLICY("change policies", RISK),
    DECIDE_POLICY("decide on changes of policies and value assumptions", RISK, REVIEWER),
    READ_AUDIT("read the audit log", RISK),
    EXAMINE("draw promotions and judge them again", RISK),
    MANAGE_WEBHOOKS("manage webhooks", ADMINISTRATOR),
    READ_OWN_ACCOUNT(
            "read what concerns their account",
            VIEWER,
            CUSTOMER_SUCCESS,
            DATA_SCIENTIST,
            REVIEWER,
            RISK,
            ADMINISTRATOR),
    MANAGE_PEOPLE("manage people", ADMINISTRATOR),
    CLEAN_UP("take away files of deleted runs", ADMINISTRATOR);

    private final String words;
    private final Set<Role> roles;

    Action(String words, Role... roles) {
        this.words = words;
        this.roles = Set.of(roles);
    }

    /** Completes “may not …”. */
    public String words() {
        return words;
    }

    /** Any one of these is enough. */
    public Set<Role> roles() {
        return roles;
    }
}
