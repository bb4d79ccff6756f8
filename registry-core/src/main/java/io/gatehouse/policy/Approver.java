package io.gatehouse.policy;

import io.gatehouse.people.Role;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A kind of person whose approval a policy can ask for. */
public enum Approver {
    REVIEWER(Role.REVIEWER),
    RISK(Role.RISK);

    private final Role role;

    Approver(Role role) {
        this.role = role;
    }

    public Role role() {
        return role;
    }

    /** The kinds that somebody with these roles is of. */
    public static Set<Approver> of(Set<Role> roles) {
        return Stream.of(values()).filter(kind -> roles.contains(kind.role)).collect(Collectors.toUnmodifiableSet());
    }
}
