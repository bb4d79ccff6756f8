package io.gatehouse.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.audit.ChainFault.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChainVerifierTest {
    private final List<String> log = log(1, 9, ChainVerifier.BEGINNING, "as written");

    @Test
    void aLogAsItWasWrittenHolds() {
        ChainVerdict verdict = verify(log);

        assertThat(verdict.intact()).isTrue();
        assertThat(verdict.events()).isEqualTo(9);
        assertThat(verdict.last()).isEqualTo(9);
        assertThat(verdict.lastHash()).isEqualTo(hash(log.get(8)));
    }

    @Test
    void anEmptyLogHolds() {
        assertThat(verify(List.of()).intact()).isTrue();
    }

    @Test
    void aChangedLineIsNamed() {
        log.set(3, log.get(3).replace("as written", "as wished"));

        assertFault(verify(log), Kind.CHANGED, 4);
    }

    @Test
    void aLineWhoseHashWasMadeAnewIsNamedByTheLineAfterIt() {
        log.set(3, line(4, previous(log.get(3)), "as wished"));

        assertFault(verify(log), Kind.CHANGED, 4);
    }

    @Test
    void aLineThatIsNoneIsNamed() {
        log.set(3, "{\"event\":{}}");

        assertFault(verify(log), Kind.CHANGED, 4);
    }

    @Test
    void blanksBetweenTheWordsOfALineAreAChange() {
        log.set(3, log.get(3).replace("{\"event\":", "{\"event\": "));

        assertFault(verify(log), Kind.CHANGED, 4);
    }

    @Test
    void aMissingLineIsNamedByTheLineThatStandsInItsPlace() {
        log.remove(3);

        assertFault(verify(log), Kind.MISSING, 4);
        assertThat(verify(log).fault().orElseThrow().sentence().english()).contains("Event 4 is missing");
    }

    @Test
    void aMissingBeginningIsNoticed() {
        assertFault(verify(log.subList(2, 9)), Kind.MISSING, 1);
    }

    @Test
    void aForgedLineThatTheChainDoesNotGoOnFromWasPutIn() {
        log.add(3, line(4, hash(log.get(2)), "forged"));

        assertFault(verify(log), Kind.INSERTED, 4);
    }

    @Test
    void aForgedLineAfterTheTrueOneWasPutIn() {
        log.add(4, line(4, hash(log.get(2)), "forged"));

        assertFault(verify(log), Kind.INSERTED, 5);
    }

    @Test
    void anythingBetweenTwoLinesThatFollowEachOtherWasPutIn() {
        List<String> garbage = new ArrayList<>(log);
        garbage.add(3, "nonsense");
        List<String> unlinked = new ArrayList<>(log);
        unlinked.add(3, line(4, "f".repeat(64), "forged"));
        List<String> unhashed = new ArrayList<>(log);
        unhashed.add(3, log.get(3).replace("as written", "as wished"));

        assertFault(verify(garbage), Kind.INSERTED, 4);
        assertFault(verify(unlinked), Kind.INSERTED, 4);
        assertFault(verify(unhashed), Kind.INSERTED, 4);
    }

    @Test
    void aCopyOfAnEarlierLineWasPutIn() {
        log.add(7, log.get(2));

        assertFault(verify(log), Kind.INSERTED, 8);
    }

    @Test
    void aForgedLineAtTheEndWasPutIn() {
        log.add(line(9, hash(log.get(7)), "forged"));

        assertFault(verify(log), Kind.INSERTED, 10);
    }

    @Test
    void linesThatChangedPlacesAreNotTakenForMissingOnes() {
        Collections.swap(log, 3, 6);

        assertFault(verify(log), Kind.REORDERED, 4);
    }

    @Test
    void aLineThatMovedDownIsNamedWhereItIsMissed() {
        log.add(7, log.remove(2));

        assertFault(verify(log), Kind.REORDERED, 3);
    }

    @Test
    void aMissingEndShowsByACheckpoint() {
        ChainMark mark = mark(9);

        assertThat(verify(log.subList(0, 6)).intact()).isTrue();
        assertFault(verify(log.subList(0, 6), false, mark), Kind.TRUNCATED, 7);
        assertFault(verify(List.of(), false, mark), Kind.TRUNCATED, 1);
    }

    @Test
    void aLastLineThatBreaksOffIsAMissingEnd() {
        ChainVerifier verifier = new ChainVerifier(false, List.of());
        log.forEach(line -> verifier.add(bytes(line)));
        verifier.add(bytes(line(10, hash(log.get(8)), "x").substring(0, 40)));

        assertFault(verifier.verdict(true), Kind.TRUNCATED, 10);
    }

    @Test
    void aLogRewrittenAsAWholeShowsByACheckpoint() {
        List<String> rewritten = new ArrayList<>(log.subList(0, 3));
        rewritten.addAll(log(4, 9, hash(log.get(2)), "as wished"));

        assertThat(verify(rewritten).intact()).isTrue();
        assertFault(verify(rewritten, false, mark(2), mark(7), mark(9)), Kind.REWRITTEN, 7);
        assertThat(verify(rewritten, false, mark(2), mark(7))
                        .fault()
                        .orElseThrow()
                        .sentence()
                        .english())
                .contains("after event 2");
    }

    @Test
    void checkpointsThatTheLogPassesThroughAreConfirmed() {
        ChainVerdict verdict = verify(log, false, mark(3), mark(9));

        assertThat(verdict.intact()).isTrue();
        assertThat(verdict.confirmed()).containsExactly(mark(3), mark(9));
    }

    @Test
    void aPartOfALogBeginsAndEndsAnywhere() {
        ChainVerdict verdict = verify(log.subList(3, 6), true, mark(2), mark(5), mark(9));

        assertThat(verdict.intact()).isTrue();
        assertThat(verdict.first()).isEqualTo(4);
        assertThat(verdict.confirmed()).containsExactly(mark(5));
        assertThat(verdict.outside()).containsExactly(mark(2), mark(9));
    }

    @Test
    void faultsInsideAPartAreFound() {
        List<String> part = new ArrayList<>(log.subList(3, 8));
        part.remove(2);

        assertFault(verify(part, true), Kind.MISSING, 3);
    }

    @Test
    void everySingleChangedByteIsNoticed() {
        String victim = log.get(4);
        for (int i = 0; i < victim.length(); i++) {
            char other = victim.charAt(i) == '0' ? '1' : '0';
            List<String> tampered = new ArrayList<>(log);
            tampered.set(4, victim.substring(0, i) + other + victim.substring(i + 1));

            assertThat(verify(tampered).intact()).as("byte %d", i).isFalse();
        }
    }

    private ChainMark mark(int seq) {
        return new ChainMark(100 + seq, seq, hash(log.get(seq - 1)));
    }

    private static void assertFault(ChainVerdict verdict, Kind kind, long line) {
        assertThat(verdict.fault()).isPresent();
        ChainFault fault = verdict.fault().orElseThrow();
        assertThat(List.of(fault.kind(), fault.line()))
                .as(fault.sentence().english())
                .isEqualTo(List.of(kind, line));
    }

    private static ChainVerdict verify(List<String> lines, boolean part, ChainMark... marks) {
        ChainVerifier verifier = new ChainVerifier(part, List.of(marks));
        lines.forEach(line -> verifier.add(bytes(line)));
        return verifier.verdict(false);
    }

    private static ChainVerdict verify(List<String> lines) {
        return verify(lines, false);
    }

    private static List<String> log(int from, int to, String before, String what) {
        List<String> lines = new ArrayList<>();
        String previous = before;
        for (int seq = from; seq <= to; seq++) {
            lines.add(line(seq, previous, what));
            previous = hash(lines.getLast());
        }
        return lines;
    }

    private static String line(int seq, String previous, String what) {
        String event = "{\"action\":\"probe\",\"details\":{\"what\":\"" + what + "\"},\"seq\":" + seq + ",\"v\":1}";
        return "{\"event\":" + event + ",\"hash\":\"" + AuditTrail.sha256(previous + event) + "\",\"prev_hash\":\""
                + previous + "\"}";
    }

    private static String hash(String line) {
        return line.substring(line.length() - 154 + 9, line.length() - 154 + 73);
    }

    private static String previous(String line) {
        return line.substring(line.length() - 66, line.length() - 2);
    }

    private static byte[] bytes(String line) {
        return line.getBytes(StandardCharsets.UTF_8);
    }
}
