package io.gatehouse.reports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * A workbook with one sheet that may hold a million rows. POI makes everything but those rows: they are written between the beginning and
 * the end of the sheet that POI wrote, straight into the archive on its way to the reader, so that neither memory nor disk holds them.
 * The other sheets follow, when it is known what the rows came to.
 */
final class LongWorkbook {
    /** Higher levels take twice the time for a tenth of the size. */
    private static final int LEVEL = 2;
    /** An archive without 64-bit fields, which some programs refuse, holds files of up to 4 GiB. */
    static final long MOST_BYTES = 4_200_000_000L;

    private static final String ROWS_END = "</sheetData>";
    private static final String TEXTS = "xl/sharedStrings.xml";
    /** The declaration and the beginning of the table, where it says how many there are. */
    private static final int TEXTS_HEAD = 256;

    private final ReportWorkbook report;
    private final XSSFSheet sheet;
    private final SheetWriter writer;
    private final OutputStream out;
    private final ZipArchiveOutputStream archive;
    private final SharedTexts shared;
    private final long most;
    private boolean begun;

    /** @param sheet of the rows @param out left open */
    LongWorkbook(ReportWorkbook report, XSSFSheet sheet, SheetWriter writer, OutputStream out) {
        this(report, sheet, writer, out, MOST_BYTES);
    }

    LongWorkbook(ReportWorkbook report, XSSFSheet sheet, SheetWriter writer, OutputStream out, long most) {
        this.report = report;
        this.sheet = sheet;
        this.writer = writer;
        this.out = out;
        this.archive = ReproducibleZip.archive(out);
        this.shared = new SharedTexts(report.xssf());
        this.most = most;
    }

    /** As {@link SheetWriter#mainTable}, but each row leaves as it comes. Rows for which the sheet has no room stay in the iterator. */
    <T> TableRange mainTable(String name, List<Column<T>> columns, Iterator<T> rows, int frozen, String ifEmpty)
            throws IOException {
        if (!rows.hasNext()) {
            return writer.mainTable(name, columns, rows, frozen, ifEmpty);
        }
        int header = writer.mainHeader(columns, frozen);
        begin();
        int written = new LongTable<>(columns, writer, report.styles(), shared, archive).write(rows, header + 1, most);
        return writer.mainTableOf(name, columns, header, written);
    }

    /** Writes all that is not written yet. */
    void finish() throws IOException {
        byte[] whole = report.written();
        if (begun) {
            byte[] ours = part(whole, name());
            archive.write(ours, indexOf(ours, ROWS_END), ours.length - indexOf(ours, ROWS_END));
            archive.closeArchiveEntry();
        }
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(whole))) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                if (!begun || !part.getName().equals(name())) {
                    archive.putArchiveEntry(ReproducibleZip.entry(part.getName()));
                    if (part.getName().equals(TEXTS)) {
                        texts(parts);
                    } else {
                        parts.transferTo(archive);
                    }
                    archive.closeArchiveEntry();
                }
            }
        }
        archive.finish();
        archive.flush();
    }

    /** As POI wrote them, which knows of no references from the rows. */
    private void texts(InputStream written) throws IOException {
        byte[] head = written.readNBytes(TEXTS_HEAD);
        String counted = new String(head, StandardCharsets.ISO_8859_1)
                .replaceFirst(" count=\"\\d+\"", " count=\"" + shared.references() + "\"");
        archive.write(counted.getBytes(StandardCharsets.ISO_8859_1));
        written.transferTo(archive);
    }

    /** The reader has the first bytes as soon as it is known that there is a row. */
    private void begin() throws IOException {
        begun = true;
        archive.setLevel(LEVEL);
        archive.putArchiveEntry(ReproducibleZip.entry(name()));
        out.flush();
        byte[] ours = part(report.written(), name());
        String head = new String(ours, 0, indexOf(ours, ROWS_END), StandardCharsets.UTF_8);
        // How far the sheet reaches is not known yet, and some readers would stop where it says.
        archive.write(head.replaceFirst("<dimension [^>]*/>", "").getBytes(StandardCharsets.UTF_8));
    }

    private String name() {
        return sheet.getPackagePart().getPartName().getName().substring(1);
    }

    private static byte[] part(byte[] workbook, String name) throws IOException {
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                if (part.getName().equals(name)) {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    parts.transferTo(bytes);
                    return bytes.toByteArray();
                }
            }
        }
        throw new IllegalStateException("POI wrote no part " + name);
    }

    private static int indexOf(byte[] xml, String tag) {
        // Latin letters stand for bytes one by one, so that an index of the text is one of the bytes.
        int index = new String(xml, StandardCharsets.ISO_8859_1).lastIndexOf(tag);
        if (index < 0) {
            throw new IllegalStateException("POI wrote a sheet without " + tag);
        }
        return index;
    }
}
