package io.gatehouse.overrides;

import io.gatehouse.checks.CheckName;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is accepted of a request although it did not pass; for the rooms of the core. */
@Component
public class AcceptedChecks {
    private final OverrideRows rows;
    private final Clock clock;

    AcceptedChecks(OverrideRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** All overrides of a request, in the order in which they were proposed. */
    @Transactional(readOnly = true)
    public List<CheckOverride> of(UUID request) {
        return rows.ofRequest(request).stream().map(OverrideRows.Row::shown).toList();
    }

    /** The checks of an evaluation that overrides cover now. */
    @Transactional(readOnly = true)
    public Set<CheckName> covered(UUID request, String evaluationDigest) {
        return covered(of(request), evaluationDigest, clock.instant());
    }

    /** The checks of an evaluation that some of these overrides cover at a moment. */
    public static Set<CheckName> covered(List<CheckOverride> overrides, String evaluationDigest, Instant now) {
        return overrides.stream()
                .filter(each -> each.evaluationDigest().equals(evaluationDigest) && each.holds(now))
                .map(CheckOverride::check)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Those of the requests with these numbers that ever were in force; one query. */
    @Transactional(readOnly = true)
    public List<CheckOverride> ofRequests(Collection<Long> requests) {
        return requests.isEmpty()
                ? List.of()
                : rows.ofRequests(requests).stream()
                        .map(OverrideRows.Row::shown)
                        .filter(each -> each.agreedAt() != null)
                        .toList();
    }
}
