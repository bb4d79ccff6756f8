package io.gatehouse.scoring;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The first record of a CSV file (RFC 4180: commas, double quotes, a quote inside quotes doubled), which names its columns. */
final class CsvHeader {

    static final int LONGEST_LINE = 1 << 20;

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final Reader text;
    private final List<String> names = new ArrayList<>();
    private final StringBuilder name = new StringBuilder();
    private boolean quoted;
    private int length;

    private CsvHeader(Reader text) {
        this.text = text;
    }

    sealed interface Result {}

    /** The names in order, each once. */
    record Names(List<String> names) implements Result {}

    record Fault(Refusal refusal) implements Result {}

    static Result read(Reader text) throws IOException {
        CsvHeader header = new CsvHeader(text);
        boolean complete = header.readRecord();
        if (!complete) {
            return new Fault(Refusal.of(
                    RefusalCode.TABLE_UNREADABLE,
                    "format",
                    "CSV",
                    "place",
                    " at line 1",
                    "fault",
                    "the header line is too long, or a quote in it is not closed"));
        }
        String mark = header.otherSeparator();
        if (!mark.isEmpty()) {
            return new Fault(Refusal.of(RefusalCode.TABLE_SEPARATOR, "mark", mark));
        }
        Set<String> seen = new HashSet<>();
        for (String column : header.names) {
            // DuckDB tells names apart without regard to case.
            if (!seen.add(column.toLowerCase(Locale.ROOT))) {
                return new Fault(Refusal.of(RefusalCode.COLUMN_TWICE, "column", column));
            }
        }
        return new Names(List.copyOf(header.names));
    }

    /** What stands between the names of a line that has no comma; nothing if it names one column. */
    private String otherSeparator() {
        String only = names.size() == 1 ? names.getFirst() : "";
        if (only.indexOf(';') >= 0) {
            return "semicolons";
        }
        return only.indexOf('\t') >= 0 ? "tabs" : only.indexOf('|') >= 0 ? "vertical bars" : "";
    }

    /** Whether the record ended properly. */
    private boolean readRecord() throws IOException {
        int c = text.read();
        if (c == BYTE_ORDER_MARK) {
            c = text.read();
        }
        while (c != -1 && (quoted || (c != '\n' && c != '\r'))) {
            if (++length > LONGEST_LINE) {
                return false;
            }
            accept((char) c);
            c = text.read();
        }
        endName();
        return !quoted;
    }

    private void accept(char c) {
        if (c == '"') {
            // The second of two quotes opens again: it was an escaped one.
            if (!quoted && !name.isEmpty()) {
                name.append('"');
            }
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            endName();
        } else {
            name.append(c);
        }
    }

    private void endName() {
        // pandas writes an unnamed index column with an empty name.
        names.add(name.isEmpty() ? "column" + names.size() : name.toString());
        name.setLength(0);
    }
}
