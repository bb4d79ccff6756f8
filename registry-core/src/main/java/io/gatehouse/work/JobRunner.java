package io.gatehouse.work;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Runs the jobs of the table, one after the other, on the thread of whoever calls it. The portal calls it on a schedule. */
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
        int ran = 0;
        for (Optional<Jobs.Leased> job = jobs.lease(name); job.isPresent(); job = jobs.lease(name)) {
            run(job.get());
            ran++;
        }
        return ran;
    }

    private void run(Jobs.Leased job) {
        JobHandler handler = handlers.get(job.kind());
        if (handler == null) {
            jobs.failed(job, "No handler for jobs of kind " + job.kind());
            return;
        }
        try {
            Map<String, Object> payload = JSON.readValue(job.payload(), new TypeReference<Map<String, Object>>() {});
            handler.run(payload, (percent, message) -> jobs.progress(job.id(), percent, message));
            jobs.done(job.id());
        } catch (RuntimeException failure) {
            // The job keeps the message for its screen and is tried again; the log keeps the trace.
            LOG.warn("Job {} of kind {} failed, attempt {}", job.id(), job.kind(), job.attempts() + 1, failure);
            jobs.failed(job, String.valueOf(failure.getMessage()));
        }
    }
}
