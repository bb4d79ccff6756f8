package io.gatehouse.reports;

/** Reckons how high a cell must be for its wrapped text, since not every program does so when it opens a workbook. */
final class TextLines {
    private static final float LINE = 13;
    private static final float PADDING = 3;
    private static final int MOST = 30;
    private static final double NARROWER = 1.18;

    /** Bold letters are wider. */
    static final double BOLD = 0.88;

    private TextLines() {}

    /** Width that a cell needs so that no word of its bold header is broken. */
    static int widest(String header) {
        int longest = 0;
        for (String word : header.split(" ", -1)) {
            longest = Math.max(longest, word.length());
        }
        return (int) Math.ceil(longest / BOLD) + SheetWriter.INDENT;
    }

    /** Height in points of a row of body text with that many lines; no row grows beyond what a screen can show. */
    static float height(int lines) {
        return Math.min(MOST, lines) * LINE + PADDING;
    }

    /**
     * Lines that a text takes when it is broken between words, and within words that are longer than a line.
     *
     * @param width of the cell in characters
     */
    static int count(String text, double width) {
        // Widths are counted in digits; the letters of running text are narrower.
        double letters = text.indexOf(' ') < 0 ? 1 : NARROWER;
        int room = (int) Math.max(1, Math.floor(width * letters));
        int lines = 0;
        for (int from = 0; from <= text.length(); ) {
            int to = end(text, '\n', from, text.length());
            lines += to - from <= room ? 1 : paragraphLines(text, from, to, room);
            from = to + 1;
        }
        return lines;
    }

    /** Of the part of the text that ends before {@code end}. */
    private static int paragraphLines(String text, int from, int end, int room) {
        int lines = 1;
        int used = 0;
        for (int at = from; at <= end; ) {
            int length = end(text, ' ', at, end) - at;
            at += length + 1;
            int needed = used == 0 ? length : used + 1 + length;
            if (needed <= room) {
                used = needed;
                continue;
            }
            if (used > 0) {
                lines++;
            }
            lines += Math.max(0, (length - 1) / room);
            used = length == 0 ? 0 : (length - 1) % room + 1;
        }
        return lines;
    }

    private static int end(String text, char mark, int from, int end) {
        int found = text.indexOf(mark, from);
        return found < 0 || found > end ? end : found;
    }
}
