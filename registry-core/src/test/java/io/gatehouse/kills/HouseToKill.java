package io.gatehouse.kills;

import io.gatehouse.CoreTestApplication;
import io.gatehouse.house.HouseClock;
import io.gatehouse.house.TestPeople;
import io.gatehouse.promotion.PromotionBench;
import io.gatehouse.scoring.DuckDbEvidenceReducer;
import io.gatehouse.scoring.EvidenceReducer;
import io.gatehouse.scoring.ReductionLimits;
import io.gatehouse.scoring.ReductionResult;
import io.gatehouse.scoring.models.ModelReader;
import io.gatehouse.scoring.models.XgboostModelReader;
import io.gatehouse.work.JobsBench;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/**
 * A house of one process with everything but its doors: core, database settings of the portal, job runner. It works until it is killed,
 * and tells on its output what it acknowledged to its clients, each line after the call returned.
 */
public final class HouseToKill {
    /** To do a little of everything, then what is left to do, and stop. */
    static final String SETTLE = "settle";

    /** Clients at the same time. */
    private static final int CLIENTS = 4;

    private HouseToKill() {}

    /** What a house gets that has no doors. */
    @Configuration(proxyBeanMethods = false)
    @Import({TestPeople.class, PromotionBench.class, JobsBench.class})
    static class Furnishing {
        /**
         * Tables are read in this process, and the same one once: a worker of its own would need longer to start than most houses
         * live.
         */
        @Bean
        @Primary
        EvidenceReducer readerInside() {
            EvidenceReducer reader = new DuckDbEvidenceReducer(ReductionLimits.DEFAULT);
            Map<List<Object>, ReductionResult> read = new ConcurrentHashMap<>();
            return (table, description, threshold) -> read.computeIfAbsent(
                    List.of(table, description, threshold), once -> reader.reduce(table, description, threshold));
        }

        @Bean
        @Primary
        ModelReader modelsInside() {
            return new XgboostModelReader(ReductionLimits.DEFAULT);
        }

        /** Only for a house that must be found out. */
        @Bean
        @ConditionalOnProperty(Sabotage.PROPERTY)
        static WorseHouse worse(@Value("${" + Sabotage.PROPERTY + "}") Sabotage sabotage) {
            return new WorseHouse(sabotage);
        }

        /** Each house lives later than the one before, so that what that one had on lease is free at once. */
        @Bean
        static BeanPostProcessor later() {
            Duration ahead = Duration.parse(System.getProperty("gatehouse.ahead", "PT0S"));
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof HouseClock ? new HouseClock(Clock.offset(Clock.systemUTC(), ahead)) : bean;
                }
            };
        }
    }

    /** @param arguments the seed of this life, or {@link #SETTLE} */
    public static void main(String[] arguments) {
        ConfigurableApplicationContext house = new SpringApplicationBuilder(CoreTestApplication.class, Furnishing.class)
                .web(WebApplicationType.NONE)
                .run();
        Acknowledged said = new Acknowledged(System.out);
        Town town = new Town(house, said);
        town.build();
        if (arguments[0].equals(SETTLE)) {
            town.settle();
            house.close();
            return;
        }
        house.getBeanProvider(WorseHouse.class).ifAvailable(WorseHouse::begin);
        said.ready();
        town.live(Long.parseLong(arguments[0]), CLIENTS);
    }
}
