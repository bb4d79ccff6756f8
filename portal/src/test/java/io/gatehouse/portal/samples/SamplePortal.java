package io.gatehouse.portal.samples;

import io.gatehouse.Gatehouse;
import io.gatehouse.house.HouseClock;
import io.gatehouse.house.TestDatabase;
import io.gatehouse.house.TestPeople;
import io.gatehouse.tracking.Experiments;
import io.gatehouse.tracking.RunLog;
import io.gatehouse.tracking.Runs;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts the portal with the samples, for looking at screens. Everybody of {@link TestPeople} can sign in; the password is the user
 * name followed by {@code -password}. Arguments are those of the portal, such as {@code --server.port=8123}.
 */
public final class SamplePortal {
    private SamplePortal() {}

    public static void main(String[] arguments) {
        ConfigurableApplicationContext portal = new SpringApplicationBuilder(
                        Gatehouse.class, Samples.class, TestDatabase.class, TestPeople.class)
                .properties("spring.main.allow-bean-definition-overriding=true")
                .run(arguments);
        TestPeople people = portal.getBean(TestPeople.class);
        people.dana();
        people.dmitri();
        people.priya();
        people.ravi();
        people.vera();
        people.carl();
        people.rita();
        people.adam();
        new SampleRuns(
                        portal.getBean(Runs.class),
                        portal.getBean(RunLog.class),
                        portal.getBean(Experiments.class),
                        portal.getBean(HouseClock.class),
                        people.dana())
                .logAll("streamflow-churn-xgb-v3");
    }
}
