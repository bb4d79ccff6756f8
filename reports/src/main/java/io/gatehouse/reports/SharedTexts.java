package io.gatehouse.reports;

import java.util.OptionalInt;
import org.apache.poi.xssf.model.SharedStringsTable;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The texts that rows of a long sheet have in common. A workbook keeps such a text once, and each cell says which it is: so the file is
 * smaller and opens sooner. The table of them is written when the rows are out, which is why it holds no more than some.
 */
final class SharedTexts {
    /** POI holds each as a piece of XML. */
    static final int MOST = 10_000;

    private static final int LONGEST = 1_000;

    private final SharedStringsTable table;
    private int kept;
    private long references;

    SharedTexts(XSSFWorkbook workbook) {
        this.table = workbook.getSharedStringSource();
    }

    /** @param text without what XML forbids @return its number; empty where it has to stand in its cell */
    OptionalInt keep(String text) {
        if (kept == MOST || text.length() > LONGEST) {
            return OptionalInt.empty();
        }
        kept++;
        references--;
        return OptionalInt.of(table.addSharedStringItem(new XSSFRichTextString(text)));
    }

    void referred() {
        references++;
    }

    /** How often all texts of the table are referred to, which POI cannot know. */
    long references() {
        return table.getCount() + references;
    }
}
