package io.gatehouse.reports;

import java.time.LocalDate;
import java.util.Locale;

/** Names that say what a file is once it lies among others, and that every system can store. */
final class FileNames {
    private static final int LONGEST_PART = 60;

    private FileNames() {}

    /** {@code gatehouse-dossier-pr-42-churn-v3-2026-11-14.xlsx}; what is not a letter, digit, dot or dash of ASCII becomes a dash. */
    static String workbook(Provenance provenance, String... parts) {
        StringBuilder name = new StringBuilder("gatehouse");
        for (String part : parts) {
            String safe =
                    part.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-").replaceAll("^[-.]+|[-.]+$", "");
            if (!safe.isEmpty()) {
                name.append('-').append(safe, 0, Math.min(LONGEST_PART, safe.length()));
            }
        }
        LocalDate day = LocalDate.ofInstant(provenance.generatedAt(), provenance.zone());
        return name.append('-').append(day).append(".xlsx").toString();
    }
}
