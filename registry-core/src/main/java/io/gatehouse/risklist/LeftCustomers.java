package io.gatehouse.risklist;

import io.gatehouse.risklist.RiskListPage.Left;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was on the list before and is not on this one. Written once with the list, since to find them looks at both lists whole. */
@Component
class LeftCustomers {
    private final JdbcClient jdbc;
    private final RiskListRows rows;

    LeftCustomers(JdbcClient jdbc, RiskListRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** In the transaction of the caller, once the rows of the list and the scores of its population are written. */
    void write(UUID model, long list, long previous) {
        jdbc.sql("""
                insert into risk_list_left (list_number, previous_rank, score)
                select cast(? as bigint), p.list_rank, s.score
                from risk_list_row p
                left join scored_customer s on s.model_id = ? and s.customer = p.customer and s.list_number = ?
                where p.list_number = ?
                    and not exists (select 1 from risk_list_row r where r.list_number = ? and r.customer = p.customer)""").params(list, model, list, previous, list).update();
    }

    /** The same, of a list that a portal of an earlier release posted beside this one, which wrote nobody down. */
    private static final String NOT_WRITTEN = """
            select p.list_rank, s.score from risk_list l
            join risk_list_row p on p.list_number = l.previous
            left join scored_customer s on s.model_id = l.model_id and s.customer = p.customer and s.list_number = l.number
            where l.number = ? and p.list_rank > ?
                and not exists (select 1 from risk_list_row r where r.list_number = l.number and r.customer = p.customer)
            order by p.list_rank limit ?""";

    private static final String WRITTEN = """
            select previous_rank, score from risk_list_left where list_number = ? and previous_rank > ?
            order by list_number, previous_rank limit ?""";

    private record Place(int rank, @Nullable Double score) {}

    /** @param list on which somebody is missing @param after rank on the list before, after which the page begins */
    List<Left> page(long list, long previous, Currency currency, int after, int limit) {
        List<Place> written = places(WRITTEN, list, after, limit);
        List<Place> places = written.isEmpty() && !anyWritten(list) ? places(NOT_WRITTEN, list, after, limit) : written;
        if (places.isEmpty()) {
            return List.of();
        }
        boolean kept = jdbc.sql("select scores_kept from risk_list where number = ?")
                .param(list)
                .query(Boolean.class)
                .single();
        Map<Integer, RiskListPage.Row> before =
                rows
                        .atRanks(
                                previous,
                                currency,
                                places.stream().map(Place::rank).toList())
                        .stream()
                        .collect(Collectors.toMap(RiskListPage.Row::rank, Function.identity()));
        return places.stream()
                .flatMap(place -> Optional.ofNullable(before.get(place.rank())).stream()
                        .map(row -> new Left(row, place.score(), kept)))
                .toList();
    }

    private List<Place> places(String sql, long list, int after, int limit) {
        return jdbc.sql(sql)
                .params(list, after, limit)
                .query((row, index) -> new Place(row.getInt(1), row.getObject(2, Double.class)))
                .list();
    }

    private boolean anyWritten(long list) {
        return jdbc.sql("select exists (select 1 from risk_list_left where list_number = ?)")
                .param(list)
                .query(Boolean.class)
                .single();
    }
}
