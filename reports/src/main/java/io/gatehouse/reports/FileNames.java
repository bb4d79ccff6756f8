package io.gatehouse.reports;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;

/** Names that say what a file is once it lies among others, and that every system can store. */
final class FileNames {
    /** File systems store 255 bytes; a browser adds a number in brackets, and a model may be named in any script. */
    private static final int MOST_BYTES = 180;

    private static final int LONGEST_PART = 120;

    private FileNames() {}

    /**
     * {@code gatehouse-dossier-pr-42-churn-v3-2026-11-14.xlsx}. Letters and digits of any script stay, since a model is known by its
     * name; what a system could take for a path, a wildcard or an end of a header becomes a dash.
     */
    static String workbook(Provenance provenance, String... parts) {
        StringBuilder name = new StringBuilder("gatehouse");
        for (String part : parts) {
            String safe = cut(safe(part), Math.min(LONGEST_PART, MOST_BYTES - bytes(name)));
            if (!safe.isEmpty()) {
                name.append('-').append(safe);
            }
        }
        String written = "-" + LocalDate.ofInstant(provenance.generatedAt(), provenance.zone());
        // What is of the day on which it was written says so once.
        boolean said = parts.length > 0 && name.toString().endsWith(written);
        return name.append(said ? "" : written).append(".xlsx").toString();
    }

    private static String safe(String part) {
        return Normalizer.normalize(part, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}.]+", "-")
                .replaceAll("^[-.]+|[-.]+$", "");
    }

    /** The first whole characters that fit. */
    private static String cut(String text, int mostBytes) {
        StringBuilder kept = new StringBuilder();
        int used = 0;
        for (int character : text.codePoints().toArray()) {
            used += bytes(Character.toString(character));
            if (used > mostBytes) {
                break;
            }
            kept.appendCodePoint(character);
        }
        return kept.toString().replaceAll("[-.]+$", "");
    }

    private static int bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
