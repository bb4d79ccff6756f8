package io.gatehouse.kills;

import io.gatehouse.kills.Acknowledged.Kind;
import io.gatehouse.kills.Acknowledged.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks into database and files after a kill: what was acknowledged is there, and nothing is there by half. */
final class Books {
    static final String LOST = "Acknowledged and not there: ";
    static final String HALF_A_FILE = "Half a file: ";
    static final String MET = "Met by a client: ";

    private final Path data;
    private final Set<Path> readBefore = new TreeSet<>();
    private long seq;
    private String hash = "0".repeat(64);

    Books(Path data) {
        this.data = data;
    }

    /** @param acknowledged since they were looked into last @return what is wrong; nothing, if all is well */
    List<String> faults(DataSource database, List<Line> acknowledged) {
        JdbcClient jdbc = JdbcClient.create(database);
        List<String> faults = new ArrayList<>();
        for (MustNotBe wrong : MustNotBe.values()) {
            List<String> found = jdbc.sql(wrong.query()).query(Books::first).list();
            if (!found.isEmpty()) {
                faults.add(wrong + ": " + found);
            }
        }
        for (Line line : acknowledged) {
            if (line.kind() == Kind.FAULT) {
                faults.add(MET + line.words());
            } else if (!stands(jdbc, line)) {
                faults.add(LOST + line);
            }
        }
        chain(jdbc, faults);
        files(faults);
        return faults;
    }

    /** What a house that had all the time it needed has left undone. */
    List<String> unfinished(DataSource database) {
        return JdbcClient.create(database).sql("""
                        select 'request ' || cast(number as varchar) from promotion_request where state = 'EVALUATING'
                        union all select 'job ' || cast(id as varchar) || ' ' || kind from job where state in ('WAITING', 'RUNNING')""").query(Books::first).list();
    }

    private boolean stands(JdbcClient jdbc, Line line) {
        List<String> words = line.words();
        String first = words.getFirst();
        return switch (line.kind()) {
            case METRICS ->
                is(
                        jdbc,
                        Town.STEPS,
                        "select count(*) from run_metric where run_id = ? and metric_key = ?",
                        first,
                        words.get(1));
            case VERSION -> is(jdbc, 1, """
                        select count(*) from model_version v join registered_model m on m.id = v.model_id
                        where m.name = ? and v.version = ?""", first, Integer.valueOf(words.get(1)));
            case REQUEST -> is(jdbc, 1, "select count(*) from promotion_request where number = ?", Long.valueOf(first));
            case VOTE -> vote(jdbc, words);
            case ROLLBACK -> is(jdbc, 1, "select count(*) from alias_rollback where number = ?", Long.valueOf(first));
            case COMMENT -> is(jdbc, 1, """
                        select count(*) from promotion_comment c join promotion_request r on r.id = c.request_id
                        where r.number = ? and c.words = ?""", Long.valueOf(first), words.get(1));
            case FILE ->
                is(jdbc, 1, "select count(*) from artifact where name = ? and sha256 = ?", first, words.get(1))
                        && Files.exists(blob(words.get(1)));
            case GAVE_UP -> true;
            case FAULT, BEGINS, ENDS -> throw new IllegalArgumentException("Not told to a client: " + line);
        };
    }

    /** The vote is there; and if it was told to have executed the request, that is so. */
    private static boolean vote(JdbcClient jdbc, List<String> words) {
        boolean executed = words.get(3).equals("EXECUTED");
        return is(
                jdbc,
                1,
                """
                select count(*) from promotion_vote v join promotion_request r on r.id = v.request_id
                join person p on p.id = v.person_id where r.number = ? and p.username = ? and v.choice = ?""" + (executed ? " and r.state in ('EXECUTED', 'ROLLED_BACK')" : ""),
                Long.valueOf(words.getFirst()),
                words.get(1),
                words.get(2));
    }

    private static boolean is(JdbcClient jdbc, int count, String query, Object... parameters) {
        return jdbc.sql(query).params(parameters).query(Integer.class).single() == count;
    }

    /** Follows the chain from where it was followed to last. */
    private void chain(JdbcClient jdbc, List<String> faults) {
        record Link(long seq, String canonical, String before, String hash) {}
        List<Link> links = jdbc.sql(
                        "select seq, canonical, prev_hash as before, hash from audit_event where seq > ? order by seq")
                .param(seq)
                .query((row, index) -> new Link(
                        row.getLong("seq"),
                        text(row.getString("canonical")),
                        text(row.getString("before")),
                        text(row.getString("hash"))))
                .list();
        for (Link link : links) {
            boolean follows = link.seq == seq + 1 && link.before.equals(hash);
            if (!follows || !link.hash.equals(sha256((hash + link.canonical).getBytes(StandardCharsets.UTF_8)))) {
                faults.add("The audit chain breaks at " + link.seq);
            }
            seq = link.seq;
            hash = link.hash;
        }
    }

    /** Each file holds the bytes that it is called by, to the last. */
    private void files(List<String> faults) {
        try (Stream<Path> all = Files.walk(data.resolve("blobs"))) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                if (readBefore.add(file) && !file.endsWith(sha256(Files.readAllBytes(file)))) {
                    faults.add(HALF_A_FILE + file);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String first(ResultSet row, int index) throws SQLException {
        return text(row.getString(1));
    }

    private static String text(@Nullable String column) {
        return String.valueOf(column);
    }

    private Path blob(String sha256) {
        return data.resolve("blobs")
                .resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** How far the audit log goes. */
    long events() {
        return seq;
    }
}
