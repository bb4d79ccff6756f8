package io.gatehouse.audit;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.audit.ChainFault.Kind;
import io.gatehouse.sentences.Sentence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a log line by line in constant memory and finds the first line at fault. After the first fault it reads on only to tell what
 * kind it is: a line that turns up later was moved, one that never does is missing.
 */
public final class ChainVerifier {
    /** Stands for the hash before the first event. */
    public static final String BEGINNING = "0".repeat(64);

    private final boolean part;
    private final TreeMap<Long, ChainMark> marks = new TreeMap<>();
    private final List<ChainMark> confirmed = new ArrayList<>();

    private long lines;
    private long events;
    private long first;
    private long last;
    private String lastHash = BEGINNING;
    private String hashBeforeLast = BEGINNING;
    private long lastUnreadable;
    private @Nullable Suspicion suspicion;
    private @Nullable ChainFault fault;

    /**
     * @param part whether it may begin and end anywhere, as an export of some days does
     * @param marks what checkpoints say
     */
    public ChainVerifier(boolean part, Collection<ChainMark> marks) {
        this.part = part;
        marks.forEach(mark -> this.marks.put(mark.seq(), mark));
    }

    /** The next event, as the database keeps it. */
    public void add(AuditEvent event) {
        add(AuditLine.of(event).getBytes(StandardCharsets.UTF_8));
    }

    /** The next line without its line feed. Empty ones count as lines and say nothing. */
    public void add(byte[] line) {
        lines++;
        if (line.length == 0 || fault != null) {
            return;
        }
        Optional<AuditLine> read = AuditLine.read(line);
        if (suspicion != null) {
            fault = suspicion.clue().at(lines, read);
        } else if (read.isPresent()) {
            follow(read.get());
        } else {
            suspicion = Suspicion.unreadable(lines, before());
            lastUnreadable = lines;
        }
    }

    private void follow(AuditLine line) {
        if (!line.holds()) {
            suspicion = Suspicion.hash(lines, line, before());
            return;
        }
        if (events == 0 && part) {
            last = line.seq() - 1;
            lastHash = line.previousHash();
        }
        if (line.seq() > last + 1) {
            suspicion = Suspicion.gap(lines, line, before());
        } else if (line.seq() == last && line.previousHash().equals(hashBeforeLast)) {
            suspicion = Suspicion.rival(lines, line);
        } else if (line.seq() <= last) {
            fault = new ChainFault(
                    Kind.INSERTED, lines, say("audit.chain.again", "line", lines, "event", line.seq(), "last", last));
        } else if (line.previousHash().equals(lastHash)) {
            accept(line);
        } else {
            suspicion = Suspicion.link(lines, line, before());
        }
    }

    private Suspicion.Before before() {
        return new Suspicion.Before(last, lastHash);
    }

    private void accept(AuditLine line) {
        ChainMark mark = marks.get(line.seq());
        if (mark != null && !mark.hash().equals(line.hash())) {
            fault = new ChainFault(Kind.REWRITTEN, lines, rewritten(mark));
            return;
        }
        if (mark != null) {
            confirmed.add(mark);
        }
        if (events == 0) {
            first = line.seq();
        }
        events++;
        last = line.seq();
        hashBeforeLast = lastHash;
        lastHash = line.hash();
    }

    private Sentence rewritten(ChainMark mark) {
        return confirmed.isEmpty()
                ? say("audit.chain.rewritten", "event", mark.seq(), "checkpoint", mark.checkpoint())
                : say(
                        "audit.chain.rewritten_since",
                        "event",
                        mark.seq(),
                        "checkpoint",
                        mark.checkpoint(),
                        "since",
                        confirmed.getLast().seq());
    }

    /** To be asked once, after the last line. @param brokenOff whether the last line lacks its line feed */
    public ChainVerdict verdict(boolean brokenOff) {
        if (fault == null && suspicion != null) {
            fault = brokenOff && lastUnreadable == lines
                    ? new ChainFault(Kind.TRUNCATED, lines, say("audit.chain.broken_off", "line", lines))
                    : suspicion.otherwise();
        }
        List<ChainMark> beyond = List.copyOf(marks.tailMap(last, false).values());
        if (fault == null && !part && !beyond.isEmpty()) {
            ChainMark mark = beyond.getLast();
            fault = new ChainFault(
                    Kind.TRUNCATED,
                    lines + 1,
                    say("audit.chain.truncated", "last", last, "checkpoint", mark.checkpoint(), "event", mark.seq()));
        }
        List<ChainMark> outside = new ArrayList<>(marks.headMap(first, false).values());
        outside.addAll(beyond);
        return new ChainVerdict(Optional.ofNullable(fault), events, first, last, lastHash, confirmed, outside);
    }
}
