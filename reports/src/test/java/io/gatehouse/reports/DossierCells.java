package io.gatehouse.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.Figure;
import io.gatehouse.checks.ValueFigures;
import io.gatehouse.promotion.PromotionDossier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Writes dossiers, and reads their cells beside the figures that they should hold. */
final class DossierCells {
    static final String MONEY = "[$$-409]#,##0.00;-[$$-409]#,##0.00";
    static final String DOLLARS = "[$$-409]#,##0;-[$$-409]#,##0";

    private DossierCells() {}

    static ValueFigures value(PromotionDossier dossier) {
        return Objects.requireNonNull(
                DossierReport.check(dossier, CheckName.VALUE).orElseThrow().value());
    }

    static XSSFWorkbook written(PromotionDossier dossier) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DossierReport().write(dossier, ReadModels.provenance(ReadModels.origin(4)), out);
        return Written.open(out.toByteArray());
    }

    static void ratio(XSSFCell cell, @Nullable Figure figure) {
        if (figure == null) {
            assertThat(cell.getStringCellValue()).isEqualTo("–");
        } else {
            numberOrWords(cell, figure.estimate(), "0.00");
        }
    }

    static void share(XSSFCell cell, @Nullable Double share) {
        numberOrWords(cell, share, "0.0 %");
    }

    static void numberOrWords(XSSFCell cell, @Nullable Double number, String format) {
        if (number == null || number.isNaN()) {
            assertThat(cell.getStringCellValue()).isEqualTo("not known");
        } else {
            number(cell, number, format);
        }
    }

    static void number(XSSFCell cell, double number, String format) {
        assertThat(cell.getCellType()).isEqualTo(CellType.NUMERIC);
        assertThat(cell.getNumericCellValue()).isEqualTo(number);
        assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo(format);
    }

    static void formula(XSSFCell cell, double expected) {
        assertThat(cell.getCellType()).isEqualTo(CellType.FORMULA);
        // Amounts of the read model are kept to cents.
        assertThat(cell.getNumericCellValue()).isCloseTo(expected, within(0.005));
    }
}
