package io.gatehouse.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Copies an archive without the one thing that differs between two writings of it: the time of its entries. */
final class ReproducibleZip {
    /** The earliest that the format knows. When a workbook was made stands in its properties. */
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private ReproducibleZip() {}

    /** An archive to be written to. */
    static ZipArchiveOutputStream archive(OutputStream out) {
        ZipArchiveOutputStream archive = new ZipArchiveOutputStream(out);
        // Spreadsheet programs of some makers refuse the extra fields of 64-bit archives.
        archive.setUseZip64(Zip64Mode.Never);
        return archive;
    }

    /** One of its files. */
    static ZipArchiveEntry entry(String name) {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setTimeLocal(ENTRY_TIME);
        return entry;
    }

    /** Entries are copied as they are, compressed, so that a large workbook costs its size and no more. */
    static void copy(Path archive, OutputStream out) throws IOException {
        try (ZipFile source = ZipFile.builder().setPath(archive).get()) {
            ZipArchiveOutputStream target = archive(out);
            for (ZipArchiveEntry entry : Collections.list(source.getEntriesInPhysicalOrder())) {
                ZipArchiveEntry copy = entry(entry.getName());
                copy.setMethod(entry.getMethod());
                copy.setCrc(entry.getCrc());
                copy.setSize(entry.getSize());
                copy.setCompressedSize(entry.getCompressedSize());
                target.addRawArchiveEntry(copy, source.getRawInputStream(entry));
            }
            target.finish();
            target.flush();
        }
    }
}
