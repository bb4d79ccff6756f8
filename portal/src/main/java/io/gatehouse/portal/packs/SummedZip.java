package io.gatehouse.portal.packs;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip file that ends with the SHA-256 of each of its entries, as {@code sha256sum -c} reads them. */
final class SummedZip implements AutoCloseable {
    private final ZipOutputStream zip;
    private final StringBuilder sums = new StringBuilder();

    SummedZip(OutputStream out) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /** Writes the bytes of one entry. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    void text(String name, String text) throws IOException {
        entry(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    void entry(String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        DigestOutputStream summed = new DigestOutputStream(new StaysOpen(zip), sha256());
        content.writeTo(summed);
        zip.closeEntry();
        sums.append(HexFormat.of().formatHex(summed.getMessageDigest().digest()))
                .append("  ")
                .append(name)
                .append('\n');
    }

    /** The last entry. */
    void sums() throws IOException {
        zip.putNextEntry(new ZipEntry("SHA256SUMS"));
        zip.write(sums.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** Whoever writes an entry may close what they write to; the zip goes on. */
    private static final class StaysOpen extends FilterOutputStream {
        StaysOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
