package io.gatehouse.outcomes;

import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.work.JobHandler;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Computes the live figures of a model's versions once something came in that could change them. */
@Component
class LiveFiguresJob implements JobHandler {
    private static final int ALL = 100;

    private final LiveRows rows;
    private final LiveComputation computation;
    private final LiveFiguresRows figures;
    private final People people;
    private final TransactionTemplate transaction;

    LiveFiguresJob(
            LiveRows rows,
            LiveComputation computation,
            LiveFiguresRows figures,
            People people,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.computation = computation;
        this.figures = figures;
        this.people = people;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return LiveFigures.KIND;
    }

    @Override
    public void run(Map<String, Object> payload, Progress progress) {
        UUID model = UUID.fromString(String.valueOf(payload.get("model")));
        UUID person = UUID.fromString(String.valueOf(payload.get("person")));
        Actor actor = new Actor(people.byId(person).orElseThrow(), Actor.Via.SYSTEM, "live figures");
        rows.newestIntake(model).ifPresent(intake -> {
            List<Integer> versions = rows.versions(model);
            for (int i = 0; i < versions.size(); i++) {
                int version = versions.get(i);
                progress.at(ALL * i / versions.size(), "Holding outcomes against version " + version);
                // Rows are fetched by and by only within a transaction.
                transaction.executeWithoutResult(
                        status -> figures.keep(model, computation.of(actor, model, version, intake)));
            }
        });
    }
}
