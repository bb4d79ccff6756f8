package io.gatehouse.reports;

import java.util.Map;
import org.apache.poi.ss.usermodel.ComparisonOperator;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellRangeAddress;

/** Colours status words by rule, so that a word that somebody changes changes its colour. */
final class StatusColours {
    private StatusColours() {}

    static void on(Sheet sheet, CellRangeAddress range, Map<String, Status> words) {
        SheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
        words.forEach((word, status) -> {
            ConditionalFormattingRule rule = formatting.createConditionalFormattingRule(
                    ComparisonOperator.EQUAL, "\"" + word.replace("\"", "\"\"") + "\"");
            rule.createFontFormatting().setFontColor(status.foreground());
            rule.createPatternFormatting().setFillBackgroundColor(status.background());
            formatting.addConditionalFormatting(new CellRangeAddress[] {range}, rule);
        });
    }
}
