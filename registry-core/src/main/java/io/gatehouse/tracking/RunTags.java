package io.gatehouse.tracking;

import io.gatehouse.search.Beginning;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The tags of runs. Two have a meaning of their own: one names the run, one says which run it is nested in. */
@Component
class RunTags {
    private static final String NAME = "mlflow.runName";
    private static final String PARENT = "mlflow.parentRunId";
    private static final Pattern RUN_ID = Pattern.compile("[0-9a-f]{32}");
    /** Runs above a run that are looked at before it is nested; nobody nests so deep. */
    private static final int MOST_ABOVE = 20;

    private final JdbcTemplate jdbc;

    RunTags(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The run that tags say another is nested in; absent if they name none, or what is no run. */
    static @Nullable String parent(List<Tag> tags) {
        return parent(lastOfEachKey(tags).get(PARENT));
    }

    /** What a run begins with: these tags, by key, and its name as one of them; of several with one key the last wins. */
    static List<Tag> first(String name, List<Tag> tags) {
        Map<String, String> last = lastOfEachKey(tags);
        last.put(NAME, name);
        return new TreeMap<>(last)
                .entrySet().stream()
                        .map(tag -> new Tag(tag.getKey(), tag.getValue()))
                        .toList();
    }

    /** Gives a run that has just been made its {@linkplain #first first} tags. */
    void start(Run run) {
        insert(run.info().id(), lastOfEachKey(run.tags()));
    }

    /** Sets tags of a run that the caller has locked; of several with one key the last wins. Long values are cut. */
    void set(String runId, List<Tag> tags) {
        Map<String, String> last = lastOfEachKey(tags);
        // A run has a name; an empty one leaves it as it is.
        last.remove(NAME, "");
        if (last.isEmpty()) {
            return;
        }
        int[] updated = jdbc.batchUpdate(
                "update run_tag set tag_value = ? where run_id = ? and tag_key = ?",
                last.entrySet().stream()
                        .map(tag -> new Object[] {tag.getValue(), runId, tag.getKey()})
                        .toList());
        Map<String, String> fresh = new LinkedHashMap<>();
        int place = 0;
        for (Map.Entry<String, String> tag : last.entrySet()) {
            if (updated[place++] == 0) {
                fresh.put(tag.getKey(), tag.getValue());
            }
        }
        insert(runId, fresh);
        String name = last.get(NAME);
        if (name != null) {
            jdbc.update(
                    "update run set name = ?, name_begins = ? where id = ?",
                    name,
                    Beginning.of(name).text(),
                    runId);
        }
        if (last.containsKey(PARENT)) {
            setParent(runId, last.get(PARENT));
        }
    }

    /** @return whether there was such a tag */
    boolean delete(String runId, String key) {
        if (key.equals(PARENT)) {
            setParent(runId, null);
        }
        return jdbc.update("delete from run_tag where run_id = ? and tag_key = ?", runId, key) > 0;
    }

    private static Map<String, String> lastOfEachKey(List<Tag> tags) {
        Map<String, String> last = new LinkedHashMap<>();
        for (Tag tag : tags) {
            last.put(tag.key(), LoggedText.cut(tag.value(), LoggedText.LONGEST_RUN_TAG));
        }
        return last;
    }

    private void insert(String runId, Map<String, String> fresh) {
        jdbc.batchUpdate(
                "insert into run_tag (run_id, tag_key, tag_value) values (?, ?, ?)",
                fresh.entrySet().stream()
                        .map(tag -> new Object[] {runId, tag.getKey(), tag.getValue()})
                        .toList());
    }

    /** A run that is named as nested in itself, or in one that is nested in it, keeps the tag and stands at the top: else it were nowhere. */
    private void setParent(String runId, @Nullable String named) {
        String parent = parent(named);
        jdbc.update(
                "update run set parent_run_id = ? where id = ?",
                parent == null || isAbove(runId, parent) ? null : parent,
                runId);
    }

    private boolean isAbove(String runId, String nested) {
        String at = nested;
        for (int step = 0; step < MOST_ABOVE; step++) {
            if (at.equals(runId)) {
                return true;
            }
            List<@Nullable String> above =
                    jdbc.queryForList("select parent_run_id from run where id = ?", String.class, at);
            String next = above.isEmpty() ? null : above.getFirst();
            if (next == null) {
                return false;
            }
            at = next;
        }
        return false;
    }

    private static @Nullable String parent(@Nullable String named) {
        return named != null && RUN_ID.matcher(named).matches() ? named : null;
    }
}
