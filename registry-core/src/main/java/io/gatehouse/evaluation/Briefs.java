package io.gatehouse.evaluation;

import io.gatehouse.checks.CheckName;
import io.gatehouse.search.Condition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Evaluations as far as lists of many need them. Evaluations never change, so those that were looked at lately are kept, and a list of a
 * thousand models reads them once.
 */
@Component
class Briefs {
    /** Some ten kilobytes each. */
    private static final int MOST_KEPT = 4_000;

    private static final int AT_A_TIME = 500;

    private final JdbcClient jdbc;
    private final ReentrantLock reading = new ReentrantLock();
    private final Map<UUID, Evaluation> kept = new LinkedHashMap<>(16, 0.75F, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Evaluation> eldest) {
            return size() > MOST_KEPT;
        }
    };

    Briefs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of these ids that are known. */
    Map<UUID, Evaluation> of(Collection<UUID> ids) {
        Map<UUID, Evaluation> found = new HashMap<>();
        if (!missing(ids, found).isEmpty()) {
            // One reads what many want at the same moment, such as in the morning after a restart; the others wait for
            // it.
            reading.lock();
            try {
                readInto(found, missing(ids, found));
            } finally {
                reading.unlock();
            }
        }
        return found;
    }

    private List<UUID> missing(Collection<UUID> ids, Map<UUID, Evaluation> found) {
        List<UUID> missing = new ArrayList<>();
        synchronized (kept) {
            for (UUID id : ids) {
                Evaluation known = kept.get(id);
                if (known == null) {
                    missing.add(id);
                } else {
                    found.put(id, known);
                }
            }
        }
        return missing;
    }

    private void readInto(Map<UUID, Evaluation> found, List<UUID> missing) {
        for (int first = 0; first < missing.size(); first += AT_A_TIME) {
            Map<UUID, Evaluation> read = read(missing.subList(first, Math.min(first + AT_A_TIME, missing.size())));
            found.putAll(read);
            synchronized (kept) {
                kept.putAll(read);
            }
        }
    }

    private Map<UUID, Evaluation> read(List<UUID> ids) {
        Condition which = Condition.in("id", ids);
        Map<UUID, Evaluation> read = new HashMap<>();
        jdbc.sql("select brief, case when brief is null then document end from evaluation where " + which.sql())
                .params(which.parameters())
                .query(row -> {
                    String brief = row.getString(1);
                    Evaluation evaluation = brief == null
                            ? EvaluationStore.read(row.getString(2)).inBrief()
                            : EvaluationStore.read(brief);
                    read.put(evaluation.id(), evaluation);
                });
        List<UUID> another = read.values().stream()
                .filter(Briefs::keptAnotherGroup)
                .map(Evaluation::id)
                .toList();
        if (!another.isEmpty()) {
            read.putAll(ofWhole(another));
        }
        return read;
    }

    /**
     * Of the groups a brief keeps the one served worst. Those of earlier releases may have one that is too small to judge or is held to
     * another rate; which group it is among the others, the whole alone says.
     */
    private static boolean keptAnotherGroup(Evaluation brief) {
        return brief.check(CheckName.FAIRNESS)
                .filter(check ->
                        !check.segments().isEmpty() && check.servedWorst().isEmpty())
                .isPresent();
    }

    private Map<UUID, Evaluation> ofWhole(List<UUID> ids) {
        Condition which = Condition.in("id", ids);
        Map<UUID, Evaluation> read = new HashMap<>();
        jdbc.sql("select document from evaluation where " + which.sql())
                .params(which.parameters())
                .query(row -> {
                    Evaluation evaluation =
                            EvaluationStore.read(row.getString(1)).inBrief();
                    read.put(evaluation.id(), evaluation);
                });
        return read;
    }
}
