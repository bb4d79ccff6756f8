package io.gatehouse.reports;

import io.gatehouse.checks.CheckResult;
import io.gatehouse.checks.ValueFigures;
import io.gatehouse.policy.ValueAssumptions;
import java.util.Currency;
import java.util.Optional;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;

/**
 * What acting on the version is worth, as formulas over named assumptions: change an assumption and everything below it follows. Beside
 * each stands what the evaluation computed.
 */
final class ValueSheet {
    static final String NAME = "ROI";

    private static final int[] WIDTHS = {38, 17, 17, 16, 84};

    private final SheetWriter writer;
    private final ValueFigures value;
    private final String money;

    private ValueSheet(SheetWriter writer, ValueFigures value) {
        this.writer = writer;
        this.value = value;
        this.money = CellContent.moneyFormat(value.net().currency());
    }

    static void write(ReportWorkbook report, Optional<CheckResult> check) {
        SheetWriter writer = report.sheet(
                NAME,
                "ROI",
                "Modelled on the test rows, never measured. Change a blue cell to try another assumption; nothing is"
                        + " sent back.");
        for (int i = 0; i < WIDTHS.length; i++) {
            writer.sheet().setColumnWidth(i, WIDTHS[i] * 256);
        }
        ValueFigures value = check.map(CheckResult::value).orElse(null);
        if (value == null) {
            writer.space()
                    .note("ROI was not computed. "
                            + check.map(result -> result.sentence().english()).orElse(""));
            return;
        }
        ValueSheet sheet = new ValueSheet(writer, value);
        sheet.assumptions();
        sheet.counts();
        sheet.results();
        sheet.againstChampion();
        writer.sheet().createFreezePane(0, 2);
        ValueScenarios.write(report, value);
    }

    private void assumptions() {
        ValueAssumptions given = value.assumptions();
        writer.space();
        header("Assumptions, version " + given.version() + " of " + given.owner(), "Yours", "As evaluated");
        int first = writer.next();
        input("Value of a saved customer", "customer_value", CellContent.money(given.customerValue()), "");
        input("Cost of an offer taken", "offer_cost", CellContent.money(given.offerCost()), "");
        input("Cost of contacting a customer", "contact_cost", CellContent.money(given.contactCost()), "");
        input("Leavers who stay because of the offer", "save_rate", CellContent.share(given.saveRate()), "");
        input("Customers scored a month", "customers_per_month", CellContent.whole(given.customersPerMonth()), "");
        input("Running cost a month, low", "running_cost_low", CellContent.money(given.runningCostLow()), "");
        input("Running cost a month, high", "running_cost_high", CellContent.money(given.runningCostHigh()), "");
        input("One-time cost, low", "one_time_cost_low", CellContent.money(given.oneTimeCostLow()), "");
        input("One-time cost, high", "one_time_cost_high", CellContent.money(given.oneTimeCostHigh()), "");
        allowOnly(first, writer.next() - 1);
    }

    private void counts() {
        writer.space();
        header("What the evidence counts", "Counted", "As evaluated");
        input("Customers in the test rows", "customers", CellContent.whole(value.customers()), "");
        input(
                "Contacted",
                "contacted",
                CellContent.whole(value.contacted()),
                "With a score of " + InWords.share(value.threshold()) + " or more.");
        input("Leavers among them", "leavers_contacted", CellContent.whole(value.leaversContacted()), "");
    }

    private void results() {
        writer.space();
        header("What it comes to", "With your figures", "As evaluated");
        result(
                "Benefit",
                "benefit",
                "ROUND(leavers_contacted*save_rate*customer_value,2)",
                money,
                CellContent.money(value.benefit()),
                "Leavers contacted × share who stay × value of each.");
        result(
                "Cost of contacts and offers",
                "campaign_cost",
                "ROUND(" + ValueScenarios.cost("save_rate") + ",2)",
                money,
                CellContent.money(value.cost()),
                "Everybody contacted, and an offer for each who takes it: saved leavers and stayers.");
        result(
                "Net",
                "net_value",
                "benefit-campaign_cost",
                money,
                CellContent.money(value.net()),
                "Benefit less cost.");
        result(
                "Return on cost (ROI)",
                "return_on_cost",
                "IF(campaign_cost=0,\"not known\",net_value/campaign_cost)",
                CellContent.SHARE,
                CellContent.share(value.returnOnCost()),
                "Net over cost.");
        result(
                "Net per customer",
                "net_per_customer",
                "IF(customers=0,\"not known\",net_value/customers)",
                money,
                CellContent.estimate(value.netPerCustomer(), currency()),
                likely());
        result(
                "Net a month, before running cost",
                "net_per_month",
                "IF(customers=0,\"not known\",net_value/customers*customers_per_month)",
                money,
                CellContent.money(value.netPerMonth()),
                "Net per customer × customers scored a month.");
        result(
                "Months to pay back, best case",
                "payback_best",
                payback("low"),
                "0.0",
                months(value.paybackMonthsLow()),
                "Low one-time cost over net a month less low running cost.");
        result(
                "Months to pay back, worst case",
                "payback_worst",
                payback("high"),
                "0.0",
                months(value.paybackMonthsHigh()),
                "The same with the high costs.");
        result(
                "Score from which a contact pays",
                "break_even_score",
                "(offer_cost+contact_cost)/(save_rate*customer_value+(1-save_rate)*offer_cost)",
                CellContent.SHARE,
                CellContent.share(value.breakEvenScore()),
                "Where the scores mean what they say.");
    }

    private void againstChampion() {
        ValueFigures.AgainstChampion against = value.againstChampion();
        writer.space();
        if (against == null) {
            writer.note("There was no champion to compare with; the comparison is with contacting nobody.");
            return;
        }
        header("Against the champion, version " + against.championVersion(), "", "As evaluated");
        fixed("Net of the champion on the same rows", CellContent.money(against.championNet()), "");
        fixed(
                "Version less champion, per customer",
                CellContent.estimate(against.differencePerCustomer(), currency()),
                "On the same rows.");
        fixed(
                "Likely from",
                CellContent.low(against.differencePerCustomer(), currency()),
                "The lower bound that the policy looks at.");
        fixed("to", CellContent.high(against.differencePerCustomer(), currency()), "");
        fixed("May fall short by", CellContent.number(against.margin(), money), "Per customer, by the policy.");
    }

    private String likely() {
        Double low = value.netPerCustomer().low();
        Double high = value.netPerCustomer().high();
        return low == null || high == null
                ? "Mean over all test rows."
                : "Mean over all test rows; in the evaluation likely between " + InWords.money(low, currency())
                        + " and " + InWords.money(high, currency()) + ".";
    }

    private static String payback(String which) {
        return "IF(ISNUMBER(net_per_month),IF(net_per_month<=running_cost_" + which + ",\"never\",one_time_cost_"
                + which + "/(net_per_month-running_cost_" + which + ")),\"not known\")";
    }

    private static CellContent months(double months) {
        return Double.isInfinite(months) ? new CellContent.Absent("never") : CellContent.number(months, "0.0");
    }

    private void header(String... titles) {
        Row row = writer.row();
        for (int i = 0; i < 4; i++) {
            String title = i < titles.length ? titles[i] : "";
            writer.cells().write(row, i, Look.HEADER, i > 0, new CellContent.Text(title));
        }
    }

    private void input(String label, String name, CellContent content, String words) {
        Row row = labelled(label, words);
        writer.cells().write(row, 1, Look.INPUT, true, content);
        writer.cells().body(row, 2, true, content);
        defined(name, row);
        compare(row);
    }

    private void result(String label, String name, String formula, String format, CellContent evaluated, String words) {
        Row row = labelled(label, words);
        writer.cells().formula(row, 1, Look.RESULT, formula, format);
        writer.cells().body(row, 2, true, evaluated);
        defined(name, row);
        compare(row);
    }

    private void fixed(String label, CellContent evaluated, String words) {
        Row row = labelled(label, words);
        writer.cells().write(row, 1, Look.BODY, true, new CellContent.Text(""));
        writer.cells().body(row, 2, true, evaluated);
    }

    /** Says whether a live cell still shows what was evaluated. Money was rounded to cents along the way. */
    private void compare(Row row) {
        String live = "B" + (row.getRowNum() + 1);
        String evaluated = "C" + (row.getRowNum() + 1);
        String near = "IF(ISNUMBER(" + live + "),IF(ISNUMBER(" + evaluated + "),ABS(" + live + "-" + evaluated
                + ")<=MAX(0.0005,ABS(" + evaluated + ")*0.00001),FALSE)," + live + "=" + evaluated + ")";
        writer.cells()
                .formula(row, 3, Look.ABSENT, "IF(" + near + ",\"as evaluated\",\"changed\")", WorkbookStyles.GENERAL);
    }

    private Row labelled(String label, String words) {
        Row row = writer.row();
        writer.cells().write(row, 0, Look.LABEL, false, new CellContent.Text(label));
        if (!words.isEmpty()) {
            writer.cells().write(row, 4, Look.NOTE, false, new CellContent.Text(words));
        }
        return row;
    }

    private void defined(String name, Row row) {
        writer.name(name, TableRange.formula(NAME, new CellRangeAddress(row.getRowNum(), row.getRowNum(), 1, 1)));
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

    private Currency currency() {
        return value.net().currency();
    }
}
