package io.gatehouse.reports;

import org.apache.poi.ss.usermodel.Footer;
import org.apache.poi.ss.usermodel.Sheet;

/** Every sheet prints landscape on A4, as wide as the page, with numbered pages. */
final class PrintSetup {
    private PrintSetup() {}

    /** For a sheet that is read as a whole. */
    static void onOnePage(Sheet sheet) {
        sheet.getPrintSetup().setFitHeight((short) 1);
    }

    static void landscape(Sheet sheet) {
        sheet.setFitToPage(true);
        sheet.setAutobreaks(true);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setPaperSize(org.apache.poi.ss.usermodel.PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setHorizontallyCenter(true);
        sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.LEFT, 0.5);
        sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.RIGHT, 0.5);
        sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.TOP, 0.6);
        sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.BOTTOM, 0.7);
        Footer footer = sheet.getFooter();
        footer.setLeft("Gatehouse · &A");
        footer.setCenter("Page &P of &N");
        footer.setRight("Confidential");
    }
}
