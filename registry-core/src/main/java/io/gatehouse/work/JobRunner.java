package io.gatehouse.work;

import io.gatehouse.search.Condition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs the jobs of the table, one after the other, on the thread of whoever calls it. The portal calls it on a schedule, with one thread
 * for jobs that may take long and one for all others.
 */
@Component
public class JobRunner {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Jobs jobs;
    private final Map<String, JobHandler> handlers;
    private final String name = "runner-" + UUID.randomUUID();

    JobRunner(Jobs jobs, List<JobHandler> handlers) {
        this.jobs = jobs;
        this.handlers = handlers.stream().collect(Collectors.toMap(JobHandler::kind, Function.identity()));
    }

    /** Runs until no job is free. @return how many it ran */
    public int runAll() {
        return run(Condition.ALWAYS);
    }

    /** Runs those that may take long until none is free. @return how many it ran */
    public int runLong() {
        return run(Condition.in("kind", longKinds()));
    }

    /** Runs all others until none is free. @return how many it ran */
    public int runShort() {
        Condition longOnes = Condition.in("kind", longKinds());
        return run(new Condition("not " + longOnes.sql(), longOnes.parameters()));
    }

    private List<String> longKinds() {
        return handlers.values().stream()
                .filter(JobHandler::takesLong)
                .map(JobHandler::kind)
                .sorted()
                .toList();
    }

    private int run(Condition which) {
        int ran = 0;
        for (Optional<Jobs.Leased> job = jobs.lease(name, which); job.isPresent(); job = jobs.lease(name, which)) {
            run(job.get());
            ran++;
        }
        return ran;
    }

    private void run(Jobs.Leased job) {
        JobHandler handler = handlers.get(job.kind());
        if (handler == null) {
            jobs.failed(job, "No handler for jobs of kind " + job.kind(), why -> {});
            return;
        }
        Map<String, Object> payload;
        try {
            payload = JSON.readValue(job.payload(), new TypeReference<Map<String, Object>>() {});
        } catch (JacksonException damaged) {
            LOG.error("Job {} of kind {} cannot be read", job.id(), job.kind(), damaged);
            jobs.failed(job, "What it was asked to do cannot be read", why -> {});
            return;
        }
        if (job.attempts() >= Jobs.MAX_ATTEMPTS) {
            // Its last attempt never came to an end, so a further one would only take the server down again.
            jobs.failed(job, "The server stopped each time while it ran", why -> handler.gaveUp(payload, why));
            return;
        }
        try {
            handler.run(payload, (percent, message) -> jobs.progress(job.id(), percent, message));
            jobs.done(job.id());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError failure) {
            // The job keeps the message for its screen and is tried again; the log keeps the trace.
            LOG.warn("Job {} of kind {} failed, attempt {}", job.id(), job.kind(), job.attempts() + 1, failure);
            jobs.failed(job, oneLine(failure), why -> handler.gaveUp(payload, why));
        }
    }

    private static String oneLine(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank()
                ? failure.getClass().getSimpleName()
                : message.lines().findFirst().orElse("").strip();
    }
}
