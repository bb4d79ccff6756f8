package io.gatehouse.scoring;

import io.gatehouse.scoring.EvidenceStatistics.Rejection;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rows of a small table and what is wrong with them, each rule by itself. */
final class ReferenceRows {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private final EvidenceDescription description;
    private final List<Line> lines = new ArrayList<>();

    /** A row as found: anything may be missing. NaN is a number that is none. */
    private record Line(
            int split,
            @Nullable String id,
            @Nullable String label,
            double score,
            double champion,
            double value,
            double weight,
            List<String> groups) {
        boolean inRange() {
            return score >= 0 && score <= 1;
        }
    }

    /**
     * A row that counts.
     *
     * @param champion NaN if it has none in 0..1
     * @param value NaN if it has none
     * @param weight NaN if none is declared
     * @param groups by segment
     */
    record Row(
            @Nullable String id,
            boolean positive,
            double score,
            double champion,
            double value,
            double weight,
            List<String> groups) {
        boolean paired() {
            return !Double.isNaN(champion);
        }
    }

    ReferenceRows(List<Map<String, String>> cells, EvidenceDescription description) {
        this.description = description;
        cells.forEach(row -> lines.add(line(row)));
    }

    private Line line(Map<String, String> cells) {
        EvidenceDescription.Baseline baseline = description.baseline();
        double champion = number(cells, baseline == null ? null : baseline.score());
        List<String> groups = description.segments().stream()
                .map(segment -> AttributeGroups.group(
                        cells.get(segment), description.groupMap().getOrDefault(segment, Map.of())))
                .toList();
        return new Line(
                split(cells),
                text(cells, description.id()),
                label(cells),
                number(cells, description.score()),
                champion >= 0 && champion <= 1 ? Math.abs(champion) : Double.NaN,
                number(cells, description.value()),
                number(cells, description.weight()),
                groups);
    }

    private int split(Map<String, String> cells) {
        String column = description.split();
        String split = column == null ? "test" : String.valueOf(text(cells, column));
        return switch (split.toLowerCase(Locale.ROOT)) {
            case "test" -> EvidenceTable.TEST;
            case "val", "validation" -> EvidenceTable.VALIDATION;
            default -> EvidenceTable.TEST + 1;
        };
    }

    private @Nullable String label(Map<String, String> cells) {
        String label = text(cells, description.label());
        String lower = label == null ? "nan" : label.toLowerCase(Locale.ROOT);
        return lower.equals("nan") ? null : lower;
    }

    private static @Nullable String text(Map<String, String> cells, @Nullable String column) {
        String text = column == null ? null : cells.get(column);
        String trimmed = text == null ? "" : text.replaceAll("^ +| +$", "");
        return trimmed.isEmpty() ? null : trimmed;
    }

    private static double number(Map<String, String> cells, @Nullable String column) {
        String text = text(cells, column);
        String boolless = text == null ? "" : text.equals("true") ? "1" : text.equals("false") ? "0" : text;
        if (NUMBER.matcher(boolless).matches()) {
            return Double.parseDouble(boolless);
        }
        return boolless.toLowerCase(Locale.ROOT).matches("[+-]?inf(inity)?") ? Double.POSITIVE_INFINITY : Double.NaN;
    }

    long size() {
        return lines.size();
    }

    private List<Line> of(int split) {
        return lines.stream().filter(line -> line.split == split).toList();
    }

    /** What is wrong, in the order of the engine's checks. */
    @Nullable
    Refusal refusal(ReductionLimits limits) {
        if (of(EvidenceTable.TEST).isEmpty()) {
            return Refusal.of(RefusalCode.NO_TEST_ROWS);
        }
        Refusal ofIds = description.id() == null ? null : idRefusal();
        if (ofIds != null) {
            return ofIds;
        }
        for (int split : new int[] {EvidenceTable.TEST, EvidenceTable.VALIDATION}) {
            if (of(split).stream().filter(line -> line.label == null).count() > limit(split)) {
                return Refusal.of(RefusalCode.LABEL_MISSING);
            }
        }
        for (int split : new int[] {EvidenceTable.TEST, EvidenceTable.VALIDATION}) {
            if (of(split).stream().filter(line -> !line.inRange()).count() > limit(split)) {
                return Refusal.of(RefusalCode.SCORES_INVALID);
            }
        }
        if (description.weight() != null && weightRefusal() != null) {
            return weightRefusal();
        }
        if (labels() instanceof Labels.Unresolved(Refusal refusal)) {
            return refusal;
        }
        List<Row> test = counted(EvidenceTable.TEST);
        long positives = test.stream().filter(Row::positive).count();
        return positives == 0 || positives == test.size()
                ? Refusal.of(RefusalCode.ONE_CLASS)
                : groupRefusal(test, limits);
    }

    private @Nullable Refusal weightRefusal() {
        for (int split : new int[] {EvidenceTable.TEST, EvidenceTable.VALIDATION}) {
            if (counted(split).stream().anyMatch(row -> !(row.weight >= 1e-6 && row.weight <= 1e6))) {
                return Refusal.of(RefusalCode.WEIGHTS_INVALID);
            }
        }
        for (int split : new int[] {EvidenceTable.TEST, EvidenceTable.VALIDATION}) {
            if (counted(split).stream().mapToDouble(Row::weight).sum() > 4e9) {
                return Refusal.of(RefusalCode.WEIGHTS_TOO_LARGE);
            }
        }
        return null;
    }

    private double limit(int split) {
        return ReductionLimits.REJECTED_SHARE * of(split).size();
    }

    private @Nullable Refusal idRefusal() {
        Map<String, List<Integer>> splits = new HashMap<>();
        for (Line line : lines) {
            if (line.id == null) {
                return Refusal.of(RefusalCode.ID_MISSING);
            }
            splits.computeIfAbsent(line.id, id -> new ArrayList<>()).add(line.split);
        }
        if (splits.values().stream().anyMatch(found -> Set.copyOf(found).size() > 1)) {
            return Refusal.of(RefusalCode.LEAKAGE);
        }
        return splits.size() < lines.size() ? Refusal.of(RefusalCode.DUPLICATE_IDS) : null;
    }

    private @Nullable Refusal groupRefusal(List<Row> test, ReductionLimits limits) {
        for (int i = 0; i < description.segments().size(); i++) {
            Set<String> groups = new HashSet<>();
            for (Row row : test) {
                groups.add(row.groups.get(i));
            }
            String reference =
                    description.reference().get(description.segments().get(i));
            if (groups.size() > limits.groups()) {
                return Refusal.of(RefusalCode.TOO_MANY_GROUPS);
            }
            if (reference != null && !groups.contains(reference)) {
                return Refusal.of(RefusalCode.REFERENCE_UNKNOWN);
            }
        }
        return null;
    }

    private Labels.Resolution labels() {
        TreeSet<String> found = new TreeSet<>();
        for (Line line : lines) {
            if (line.label != null && line.split <= EvidenceTable.TEST) {
                found.add(line.label);
            }
        }
        return new Labels(description.label(), List.copyOf(found)).resolve(description.positiveLabel());
    }

    private boolean positive(@Nullable String label) {
        return labels() instanceof Labels.Resolved(List<String> positives) && positives.contains(String.valueOf(label));
    }

    List<Row> counted(int split) {
        Labels.Resolution resolution = labels();
        List<String> positives = resolution instanceof Labels.Resolved(List<String> some) ? some : List.of();
        return of(split).stream()
                .filter(line -> line.label != null && line.inRange())
                .map(line -> new Row(
                        line.id,
                        positives.contains(String.valueOf(line.label)),
                        Math.abs(line.score),
                        line.champion,
                        line.value,
                        line.weight,
                        line.groups))
                .toList();
    }

    List<Rejection> rejections() {
        List<Rejection> rejections = new ArrayList<>();
        for (int split : new int[] {EvidenceTable.TEST, EvidenceTable.VALIDATION}) {
            for (Rejection.Reason reason : Rejection.Reason.values()) {
                long rows = of(split).stream()
                        .filter(line -> reason(line) == reason)
                        .count();
                if (rows > 0) {
                    rejections.add(new Rejection(EvidenceTable.splitInWords(split), reason, rows));
                }
            }
        }
        return rejections;
    }

    private static Rejection.@Nullable Reason reason(Line line) {
        if (line.label == null) {
            return Rejection.Reason.LABEL_MISSING;
        }
        if (Double.isNaN(line.score)) {
            return Rejection.Reason.SCORE_NO_NUMBER;
        }
        return line.inRange() ? null : Rejection.Reason.SCORE_OUTSIDE;
    }

    String testSet() {
        BigInteger positive = BigInteger.ZERO;
        BigInteger negative = BigInteger.ZERO;
        BigInteger unlabelled = BigInteger.ZERO;
        for (Line line : of(EvidenceTable.TEST)) {
            BigInteger digest = md5(String.valueOf(line.id));
            if (line.label == null) {
                unlabelled = unlabelled.add(digest);
            } else if (positive(line.label)) {
                positive = positive.add(digest);
            } else {
                negative = negative.add(digest);
            }
        }
        return TestSet.fingerprint(of(EvidenceTable.TEST).size(), positive, negative, unlabelled);
    }

    /** The digest as a number, its first byte the lowest. */
    private static BigInteger md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            BigInteger number = BigInteger.ZERO;
            for (int i = digest.length - 1; i >= 0; i--) {
                number = number.shiftLeft(Byte.SIZE).or(BigInteger.valueOf(digest[i] & 0xff));
            }
            return number;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has MD5", impossible);
        }
    }
}
