package io.gatehouse.fairness.value;

import java.util.List;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;

/** A row of a table that src/test/python/value_reference.py wrote. */
record ReferenceRow(List<String> columns) {

    static ReferenceRow of(ArgumentsAccessor row) {
        return new ReferenceRow(row.toList().stream().map(String::valueOf).toList());
    }

    String text(int column) {
        return columns.get(column);
    }

    double number(int column) {
        return Double.parseDouble(columns.get(column));
    }

    /** What the rows of own_value.csv are counted with. */
    CampaignEconomics economics() {
        return new CampaignEconomics(200, number(4), number(5), number(6));
    }
}
