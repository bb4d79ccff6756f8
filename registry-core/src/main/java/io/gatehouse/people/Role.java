package io.gatehouse.people;

/** What a person is here for. Roles add up; none implies another, so that an administrator cannot approve by being one. */
public enum Role {
    /** Reads dashboards and reports: vice presidents and other executives. */
    VIEWER,
    /** Downloads risk lists, which name subscribers. */
    CUSTOMER_SUCCESS,
    /** Tracks runs, registers versions, asks for promotions, posts scored batches. */
    DATA_SCIENTIST,
    /** Votes on promotions. */
    REVIEWER,
    /** Reads and exports the audit log, edits policies and value assumptions. */
    RISK,
    /** Manages people, tokens and the installation. */
    ADMINISTRATOR
}
