package io.gatehouse.portal.samples;

import io.gatehouse.champions.Champions;
import io.gatehouse.comparison.Comparisons;
import io.gatehouse.lineage.Lineages;
import io.gatehouse.promotion.PromotionDossiers;
import io.gatehouse.risklist.RiskLists;
import java.time.Clock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Puts the samples in place of what reads the database. */
@TestConfiguration(proxyBeanMethods = false)
public class Samples {
    @Bean
    Story story(Clock clock) {
        return new Story(clock);
    }

    @Bean
    @Primary
    Champions sampleChampions(Story story) {
        return new SampleChampions(story);
    }

    @Bean
    @Primary
    PromotionDossiers sampleDossiers(Story story) {
        return new SampleDossiers(story);
    }

    @Bean
    @Primary
    RiskLists sampleRiskLists(Story story) {
        return new SampleRiskLists(story);
    }

    @Bean
    @Primary
    SamplePromotions samplePromotions() {
        return new SamplePromotions();
    }

    @Bean
    @Primary
    SampleRollbacks sampleRollbacks(Story story) {
        return new SampleRollbacks(story);
    }

    @Bean
    @Primary
    SampleDiscussions sampleDiscussions() {
        return new SampleDiscussions();
    }

    @Bean
    @Primary
    Comparisons sampleComparisons(Story story) {
        return new SampleComparisons(story);
    }

    @Bean
    @Primary
    Lineages sampleLineages(Story story) {
        return new SampleLineages(story);
    }
}
