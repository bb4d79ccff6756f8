package io.gatehouse.portal.sidedoors;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.champions.Champions;
import io.gatehouse.house.TestPeople;
import io.gatehouse.ids.Ids;
import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClient.Answer;
import io.gatehouse.portal.bench.WireClients;
import io.gatehouse.promotion.PromotionBench;
import io.gatehouse.tracking.Runs;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SideDoorsTest {
    private final Reign reign;
    private final TestPeople people;
    private final Champions champions;
    private final Clock clock;
    private final JdbcClient jdbc;
    private final WireRoutes routes;

    SideDoorsTest(
            WireClients clients,
            TestPeople people,
            PromotionBench bench,
            Runs runs,
            Ids ids,
            Champions champions,
            Clock clock,
            JdbcClient jdbc,
            List<RequestMappingHandlerMapping> mappings) {
        this.reign = Reign.begun(clients, people, bench, runs, ids);
        this.people = people;
        this.champions = champions;
        this.clock = clock;
        this.jdbc = jdbc;
        this.routes = new WireRoutes(mappings.getFirst());
    }

    static Stream<Door> doors() {
        return SideDoors.all();
    }

    @ParameterizedTest
    @MethodSource("doors")
    void leavesTheChampionAsItIs(Door door) {
        Map<String, String> before = reign.seen();
        var answersAt = clock.instant();
        var answers = champions.answers(people.vera(), reign.model(), answersAt).orElseThrow();
        long events = events();

        Answer answer = door.attempt().apply(reign);

        assertThat(answer.status()).as(answer.text()).isEqualTo(door.status());
        assertThat(answer.errorCode()).isEqualTo(door.errorCode() == null ? "" : door.errorCode());
        assertThat(reign.seen()).isEqualTo(before);
        assertThat(champions.answers(people.vera(), reign.model(), answersAt)).contains(answers);
        if (door.recorded() != null) {
            assertThat(actionsAfter(events)).contains(door.recorded());
        }
    }

    @Test
    void noCallOfTheWireIsLeftOut() {
        Set<String> named = SideDoors.all().map(Door::call).collect(Collectors.toCollection(TreeSet::new));
        named.addAll(SideDoors.READING);

        assertThat(routes.otherThanGet()).isEqualTo(named);
    }

    private long events() {
        return jdbc.sql("select seq from audit_head").query(Long.class).single();
    }

    private List<String> actionsAfter(long seq) {
        return jdbc.sql("select action from audit_event where seq > ? order by seq")
                .param(seq)
                .query((row, index) -> row.getString(1))
                .list();
    }
}
