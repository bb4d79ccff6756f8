package io.gatehouse.fairness.value;

import io.gatehouse.fairness.value.CampaignMonth.Input;
import java.util.List;

/**
 * The net of a month for every pair of two inputs, such as save rate and customer value, all others as assumed.
 *
 * @param down input of the rows
 * @param rows its values
 * @param across input of the columns
 * @param columns its values
 * @param nets one list for each row, one figure for each column
 */
public record ValueGrid(Input down, List<Double> rows, Input across, List<Double> columns, List<List<Double>> nets) {

    public ValueGrid {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        nets = nets.stream().map(List::copyOf).toList();
    }

    /** @throws IllegalArgumentException naming the input if one of its values is out of range */
    public static ValueGrid of(CampaignMonth month, Input down, List<Double> rows, Input across, List<Double> columns) {
        List<List<Double>> nets = rows.stream()
                .map(row -> columns.stream()
                        .map(column ->
                                month.with(down, row).with(across, column).net())
                        .toList())
                .toList();
        return new ValueGrid(down, rows, across, columns, nets);
    }

    /** Save rates of 0.1 to 0.4 down, customer value at 70, 85, 100, 115 and 130 percent across. */
    public static ValueGrid standard(CampaignMonth month) {
        double value = month.customerValue();
        return of(
                month,
                Input.SAVE_RATE,
                Sensitivity.SAVE_RATES,
                Input.CUSTOMER_VALUE,
                List.of(.7 * value, .85 * value, value, 1.15 * value, 1.3 * value));
    }
}
