package io.gatehouse.reports;

import io.gatehouse.checks.CheckResult;
import io.gatehouse.checks.MonthFigures;
import io.gatehouse.checks.ValueFigures;
import io.gatehouse.checks.WorthScenarios;
import io.gatehouse.policy.ValueAssumptions;
import io.gatehouse.sentences.Words;
import java.util.Optional;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.jspecify.annotations.Nullable;

/**
 * What acting on the version is worth, as formulas over named assumptions: change an assumption and everything below it follows. Beside
 * each stands what the evaluation computed.
 */
final class ValueSheet {
    static final String NAME = "ROI";

    private final SheetWriter writer;
    private final ValueRows rows;
    private final ValueFigures value;
    private final @Nullable MonthFigures month;

    private ValueSheet(SheetWriter writer, ValueFigures value, @Nullable MonthFigures month) {
        this.writer = writer;
        this.rows = new ValueRows(writer);
        this.value = value;
        this.month = month;
    }

    static void write(ReportWorkbook report, Optional<CheckResult> check) {
        SheetWriter writer = report.sheet(
                NAME,
                NAME,
                "Modelled on the test rows, never measured. Change a blue cell to try another assumption; nothing is"
                        + " sent back.");
        ValueFigures value = check.map(CheckResult::value).orElse(null);
        if (value == null) {
            writer.space()
                    .note("ROI was not computed. "
                            + check.map(result -> result.sentence().english()).orElse(""));
            return;
        }
        ValueSheet sheet =
                new ValueSheet(writer, value, check.map(CheckResult::month).orElse(null));
        sheet.write();
        writer.sheet().createFreezePane(0, 2);
        PrintSetup.onOnePage(writer.sheet());
        ValueScenarios.write(report, value, sheet.ownWorth());
    }

    private void write() {
        writer.space();
        assumptions();
        writer.space();
        counts();
        writer.space();
        ValueResults results = new ValueResults(rows, value);
        results.write();
        writer.space();
        ValueFigures.AgainstChampion against = value.againstChampion();
        if (against == null) {
            writer.note("There was no champion to compare with; the comparison is with contacting nobody.");
        } else {
            results.againstChampion(against);
        }
    }

    private void assumptions() {
        ValueAssumptions given = value.assumptions();
        rows.header(
                "Assumptions",
                "Yours",
                "As evaluated",
                "Compared",
                "Version " + given.version() + ", answered for by " + given.owner());
        int first = writer.next();
        customerValue(given);
        assumption("offer_cost", CellContent.money(given.offerCost()));
        assumption("contact_cost", CellContent.money(given.contactCost()));
        assumption("save_rate", CellContent.share(given.saveRate()));
        assumption("customers_per_month", CellContent.whole(given.customersPerMonth()));
        String running = Words.figure("running_cost");
        rows.input(running + ", low", "running_cost_low", CellContent.money(given.runningCostLow()), "");
        rows.input(running + ", high", "running_cost_high", CellContent.money(given.runningCostHigh()), "");
        String once = Words.figure("one_time_cost");
        rows.input(once + ", low", "one_time_cost_low", CellContent.money(given.oneTimeCostLow()), "");
        rows.input(once + ", high", "one_time_cost_high", CellContent.money(given.oneTimeCostHigh()), "");
        allowOnly(first, writer.next() - 1);
    }

    /** Where customers count with values of their own, the mean of the leavers contacted stands for them: it gives the same net. */
    private void customerValue(ValueAssumptions given) {
        Double ownWorth = ownWorth();
        if (ownWorth == null || month == null) {
            assumption("customer_value", CellContent.money(given.customerValue()));
            return;
        }
        rows.input(
                Words.figure("customer_value"),
                "customer_value",
                CellContent.number(
                        ownWorth, CellContent.moneyFormat(month.customerValue().currency())),
                "Mean over the leavers contacted: each counts with a worth of their own, kept " + given.monthsKept()
                        + " months.");
    }

    /** Absent where customers count with the assumed value. */
    private @Nullable Double ownWorth() {
        return month == null || !month.ownValues()
                ? null
                : WorthScenarios.of(value, month).customerValue();
    }

    private void assumption(String name, CellContent content) {
        rows.input(Words.figure(name), name, content, "");
    }

    private void counts() {
        rows.header("What the evidence counts", "Counted", "As evaluated", "Compared", "In words");
        rows.input("Customers in the test rows", "customers", CellContent.whole(value.customers()), "");
        rows.input(
                "Customers contacted",
                "contacted",
                CellContent.whole(value.contacted()),
                "With a score of " + InWords.share(value.threshold()) + " or more.");
        rows.input("Leavers reached", "leavers_contacted", CellContent.whole(value.leaversContacted()), "");
    }

    private void allowOnly(int first, int last) {
        DataValidationHelper helper = writer.sheet().getDataValidationHelper();
        int saveRate = first + 3;
        for (int row = first; row <= last; row++) {
            String most = row == saveRate ? "1" : "1000000000000";
            DataValidation validation = helper.createValidation(
                    helper.createDecimalConstraint(OperatorType.BETWEEN, "0", most),
                    new CellRangeAddressList(row, row, 1, 1));
            validation.setShowErrorBox(true);
            validation.createErrorBox(
                    "Assumption", row == saveRate ? "A share from 0 % to 100 %." : "A number from 0 upwards.");
            writer.sheet().addValidationData(validation);
        }
    }
}
