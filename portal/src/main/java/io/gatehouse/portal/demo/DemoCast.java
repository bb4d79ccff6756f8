package io.gatehouse.portal.demo;

import io.gatehouse.people.Role;
import java.util.List;
import java.util.Set;

/** Who works at StreamFlow. */
final class DemoCast {
    /**
     * @param username to sign in with
     * @param name shown
     * @param job in a few words, for the list of accounts
     * @param roles granted
     */
    record Member(String username, String name, String job, Set<Role> roles) {}

    /** What their mail addresses end with; names under .example belong to nobody (RFC 2606). */
    static final String MAIL = "@streamflow.example";

    static final List<Member> MEMBERS = List.of(
            new Member("vera", "Vera Klein", "vice president of data", Set.of(Role.VIEWER)),
            new Member("priya", "Priya Shah", "reviewer", Set.of(Role.VIEWER, Role.REVIEWER)),
            new Member("ravi", "Ravi Menon", "second reviewer", Set.of(Role.VIEWER, Role.REVIEWER)),
            new Member("dana", "Dana Ortiz", "data scientist", Set.of(Role.DATA_SCIENTIST)),
            new Member("carl", "Carl Jensen", "customer success", Set.of(Role.CUSTOMER_SUCCESS)),
            new Member("rita", "Rita Gomez", "risk and compliance", Set.of(Role.VIEWER, Role.RISK)),
            new Member("adam", "Adam Berg", "administrator", Set.of(Role.ADMINISTRATOR)));

    private DemoCast() {}
}
