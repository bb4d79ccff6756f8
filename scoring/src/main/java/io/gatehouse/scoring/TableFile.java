package io.gatehouse.scoring;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table whose bytes were read once and recognised by what they are, not by what the file is called.
 *
 * @param path absolute, links resolved
 * @param format of the bytes
 * @param sha256 of the bytes
 * @param csvColumns names in the header line; empty for Parquet
 */
record TableFile(Path path, Format format, String sha256, List<String> csvColumns) {

    enum Format {
        PARQUET("Parquet"),
        CSV("CSV");

        private final String words;

        Format(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    sealed interface Inspection {}

    record Recognised(TableFile file) implements Inspection {}

    record Rejected(Refusal refusal) implements Inspection {}

    private static final byte[] PARQUET_MARK = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int BUFFER = 1 << 16;

    /** What was seen in one pass over the bytes. */
    private record Bytes(String sha256, long count, byte[] head, byte[] tail, boolean holdsNul) {}

    static Inspection inspect(Path file, ReductionLimits limits) {
        try {
            long size = Files.size(file);
            if (size > limits.fileBytes()) {
                return rejected(RefusalCode.TABLE_TOO_LARGE, "bytes", size, "limit", limits.fileBytes());
            }
            return recognise(file.toRealPath(), scan(file));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Inspection recognise(Path file, Bytes bytes) throws IOException {
        if (bytes.count == 0) {
            return rejected(RefusalCode.TABLE_EMPTY);
        }
        if (startsWith(bytes.head, PARQUET_MARK)) {
            return bytes.count >= 12 && Arrays.equals(bytes.tail, PARQUET_MARK)
                    ? new Recognised(new TableFile(file, Format.PARQUET, bytes.sha256, List.of()))
                    : rejected(RefusalCode.TABLE_CUT_OFF);
        }
        String other = otherFormat(bytes);
        if (!other.isEmpty()) {
            return rejected(RefusalCode.TABLE_NOT_RECOGNISED, "looks", other);
        }
        return recogniseCsv(file, bytes.sha256);
    }

    private static Inspection recogniseCsv(Path file, String sha256) throws IOException {
        CharsetDecoder strictUtf8 = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (BufferedReader text = new BufferedReader(new InputStreamReader(Files.newInputStream(file), strictUtf8))) {
            return switch (CsvHeader.read(text)) {
                case CsvHeader.Names(List<String> names) ->
                    new Recognised(new TableFile(file, Format.CSV, sha256, names));
                case CsvHeader.Fault(Refusal refusal) -> new Rejected(refusal);
            };
        } catch (CharacterCodingException notUtf8) {
            return rejected(RefusalCode.TABLE_NOT_RECOGNISED, "looks", "is not text in UTF-8");
        }
    }

    private static String otherFormat(Bytes bytes) {
        byte[] head = bytes.head;
        if (startsWith(head, new byte[] {(byte) 0x1f, (byte) 0x8b})) {
            return "is compressed (gzip)";
        }
        if (startsWith(head, new byte[] {'P', 'K', 3, 4})) {
            return "is an archive or an Excel workbook";
        }
        if (startsWith(head, new byte[] {(byte) 0x89, 'P', 'N', 'G'})) {
            return "is a PNG image";
        }
        if (startsWith(head, new byte[] {(byte) 0xff, (byte) 0xfe})
                || startsWith(head, new byte[] {(byte) 0xfe, (byte) 0xff})) {
            return "is text in UTF-16";
        }
        if (startsWith(head, new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd})) {
            return "is compressed (Zstandard)";
        }
        return bytes.holdsNul ? "holds bytes that no text has" : "";
    }

    private static Bytes scan(Path file) throws IOException {
        MessageDigest digest = sha256Digest();
        byte[] buffer = new byte[BUFFER];
        byte[] head = new byte[0];
        byte[] tail = new byte[0];
        long count = 0;
        boolean holdsNul = false;
        try (InputStream in = Files.newInputStream(file)) {
            // readNBytes fills the buffer, so only the last piece can be shorter than four bytes.
            for (int read = in.readNBytes(buffer, 0, BUFFER); read > 0; read = in.readNBytes(buffer, 0, BUFFER)) {
                digest.update(buffer, 0, read);
                head = count == 0 ? Arrays.copyOf(buffer, Math.min(read, 8)) : head;
                tail = lastFour(tail, buffer, read);
                holdsNul = holdsNul || indexOfNul(buffer, read) >= 0;
                count += read;
            }
        }
        return new Bytes(HexFormat.of().formatHex(digest.digest()), count, head, tail, holdsNul);
    }

    private static byte[] lastFour(byte[] before, byte[] buffer, int read) {
        byte[] joined = Arrays.copyOf(before, before.length + Math.min(read, 4));
        System.arraycopy(buffer, read - Math.min(read, 4), joined, before.length, Math.min(read, 4));
        return Arrays.copyOfRange(joined, Math.max(0, joined.length - 4), joined.length);
    }

    private static int indexOfNul(byte[] buffer, int length) {
        for (int i = 0; i < length; i++) {
            if (buffer[i] == 0) {
                return i;
            }
        }
        return -1;
    }

    private static boolean startsWith(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    private static Rejected rejected(RefusalCode code, Object... parameters) {
        return new Rejected(Refusal.of(code, parameters));
    }

    /**
     * The table function that reads the file. Nothing is guessed: a CSV file has commas, double quotes and a header line, and all its
     * columns are read as text; folder names such as {@code a=b} add no columns.
     */
    String relation() {
        String file = Sql.literal(path.toString());
        if (format == Format.PARQUET) {
            return "read_parquet(" + file + ", hive_partitioning = false)";
        }
        String columns = csvColumns.stream()
                .map(name -> Sql.literal(name) + ": 'VARCHAR'")
                .collect(Collectors.joining(", ", "{", "}"));
        return "read_csv(" + file + ", columns = " + columns + ", auto_detect = false, header = true, delim = ',',"
                + " quote = '\"', escape = '\"', nullstr = '', strict_mode = true, compression = 'none',"
                + " hive_partitioning = false, max_line_size = " + CsvHeader.LONGEST_LINE + ")";
    }
}
