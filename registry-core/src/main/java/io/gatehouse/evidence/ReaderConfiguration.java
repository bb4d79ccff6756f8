package io.gatehouse.evidence;

import io.gatehouse.scoring.DuckDbEvidenceReducer;
import io.gatehouse.scoring.EvidenceReducer;
import io.gatehouse.scoring.ReductionLimits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engine that reads evidence. */
@Configuration(proxyBeanMethods = false)
class ReaderConfiguration {
    @Bean
    EvidenceReducer evidenceReducer() {
        return new DuckDbEvidenceReducer(ReductionLimits.DEFAULT);
    }
}
