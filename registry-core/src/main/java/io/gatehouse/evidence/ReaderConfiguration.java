package io.gatehouse.evidence;

import io.gatehouse.scoring.EvidenceReducer;
import io.gatehouse.scoring.OutcomeReader;
import io.gatehouse.scoring.ScoredBatchReader;
import io.gatehouse.scoring.models.ModelReader;
import io.gatehouse.scoring.worker.WorkerEvidenceReducer;
import io.gatehouse.scoring.worker.WorkerLimits;
import io.gatehouse.scoring.worker.WorkerModelReader;
import io.gatehouse.scoring.worker.WorkerOutcomeReader;
import io.gatehouse.scoring.worker.WorkerScoredBatchReader;
import io.gatehouse.scoring.worker.Workers;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Those who read what people upload. They do so in processes of their own, so that no file can take this one down. */
@Configuration(proxyBeanMethods = false)
class ReaderConfiguration {

    /** Workers start with the first file, or before it when somebody warms them. */
    @Bean
    Workers workers(
            @Value("${gatehouse.worker.processes:1}") int processes,
            @Value("${gatehouse.worker.megabytes:0}") int megabytes,
            @Value("${gatehouse.data:data}") Path data,
            Clock clock) {
        return new Workers(WorkerLimits.of(processes, megabytes), data.resolve("worker"), clock);
    }

    @Bean
    EvidenceReducer evidenceReducer(Workers workers) {
        return new WorkerEvidenceReducer(workers);
    }

    @Bean
    ScoredBatchReader scoredBatchReader(Workers workers) {
        return new WorkerScoredBatchReader(workers);
    }

    @Bean
    OutcomeReader outcomeReader(Workers workers) {
        return new WorkerOutcomeReader(workers);
    }

    @Bean
    ModelReader modelReader(Workers workers) {
        return new WorkerModelReader(workers);
    }
}
