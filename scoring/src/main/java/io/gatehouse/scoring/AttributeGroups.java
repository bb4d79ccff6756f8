package io.gatehouse.scoring;

import io.gatehouse.fairness.segments.SegmentCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The groups of one segment column and the spellings that stand for each.
 *
 * @param attribute name of the column
 * @param spellings as the file writes them, each once
 * @param groups sorted
 * @param groupOfSpelling position in {@code groups} by position in {@code spellings}; the last is of rows without a value
 */
record AttributeGroups(String attribute, List<String> spellings, List<String> groups, List<Integer> groupOfSpelling) {

    AttributeGroups {
        spellings = List.copyOf(spellings);
        groups = List.copyOf(groups);
        groupOfSpelling = List.copyOf(groupOfSpelling);
    }

    /**
     * @param spellings in the table
     * @param withoutValue whether rows without a value occur
     */
    static AttributeGroups of(
            String attribute, List<String> spellings, boolean withoutValue, Map<String, String> mapping) {
        TreeSet<String> sorted = new TreeSet<>();
        spellings.forEach(spelling -> sorted.add(group(spelling, mapping)));
        if (withoutValue) {
            sorted.add(SegmentCounts.UNKNOWN);
        }
        List<String> groups = List.copyOf(sorted);
        List<Integer> positions = new ArrayList<>();
        spellings.forEach(spelling -> positions.add(groups.indexOf(group(spelling, mapping))));
        // Where no row lacks a value nobody asks for the last position.
        positions.add(Math.max(0, groups.indexOf(SegmentCounts.UNKNOWN)));
        return new AttributeGroups(attribute, spellings, groups, positions);
    }

    /**
     * The group of a spelling. One that the mapping does not name stays as it is: a mapping must not make a group disappear. pandas writes
     * a missing category as nan when told to write text.
     */
    static String group(@Nullable String spelling, Map<String, String> mapping) {
        String trimmed = spelling == null ? "" : spelling.strip();
        String mapped = mapping.getOrDefault(trimmed, trimmed.equals("nan") ? "" : trimmed);
        return mapped.isBlank() ? SegmentCounts.UNKNOWN : mapped;
    }
}
