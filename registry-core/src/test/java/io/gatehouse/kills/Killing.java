package io.gatehouse.kills;

import io.gatehouse.kills.Acknowledged.Kind;
import io.gatehouse.kills.Acknowledged.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * Starts a house, lets people work in it, halts it at random moments to look into its books, kills it with SIGKILL at a last one and
 * looks again; then the next house on the same books. One in ten is killed while it starts.
 */
final class Killing implements AutoCloseable {
    /** Longer than a job stays on lease. */
    private static final Duration BETWEEN_LIVES = Duration.ofMinutes(6);

    private static final Duration SLOWEST_START = Duration.ofMinutes(10);
    private static final int ONE_IN = 10;

    /** To start a house takes far longer than to look into its books, so before it is killed it is halted so often and looked at. */
    private static final int HALTS = 8;

    /** Nanoseconds: most calls take no longer. */
    private static final long A_MOMENT = 50_000_000;

    private final Path data;
    private final Shelf shelf;
    private final Books books;
    private final Random dice;
    private final int mostCalls;
    private final Optional<Sabotage> sabotage;
    private final Map<Kind, Integer> acknowledged = new EnumMap<>(Kind.class);
    private final Map<String, Integer> struck = new TreeMap<>();
    private int lives;
    private int settled;
    private int killedInStart;
    private int killedInACall;
    private int halts;
    private int haltedInACall;
    private long lastStart;

    /** @param mostCalls that people begin before a house is killed @param sabotage how it is built worse than it should be */
    Killing(Path data, Shelf shelf, long seed, int mostCalls, Optional<Sabotage> sabotage) throws IOException {
        this.data = Files.createDirectories(data);
        this.shelf = shelf;
        this.books = new Books(data);
        this.dice = new Random(seed);
        this.mostCalls = mostCalls;
        this.sabotage = sabotage;
    }

    /** One house from its start to its end. @return what is wrong with the books it left; nothing, if all is well */
    List<String> kill() throws IOException, InterruptedException {
        boolean early = lastStart > 0 && dice.nextInt(ONE_IN) == 0;
        Life life = start(String.valueOf(dice.nextLong()));
        long began = System.nanoTime();
        boolean ready = life.ready(early ? Duration.ofNanos(dice.nextLong(lastStart)) : SLOWEST_START);
        if (!ready && !early) {
            life.end();
            return List.of("A house did not start: " + life.last());
        }
        List<String> faults = new ArrayList<>();
        if (ready) {
            lastStart = System.nanoTime() - began;
            for (int halt = 0; halt < HALTS && faults.isEmpty(); halt++) {
                faults.addAll(halt(life));
            }
            life.works(dice.nextInt(mostCalls), moment());
        }
        life.end();
        lives++;
        killedInStart += ready ? 0 : 1;
        killedInACall += strike(life) ? 1 : 0;
        List<Line> done = heard(life);
        faults.addAll(shelf.look(database -> books.faults(database, done)));
        return faults;
    }

    /** Looks into the books as a kill would have left them, and lets the house go on. */
    private List<String> halt(Life life) throws IOException, InterruptedException {
        life.works(dice.nextInt(mostCalls), moment());
        life.halt();
        halts++;
        haltedInACall += strike(life) ? 1 : 0;
        List<Line> done = heard(life);
        List<String> faults = shelf.lookWhileHalted(database -> books.faults(database, done));
        life.goOn();
        return faults;
    }

    private Duration moment() {
        return Duration.ofNanos(dice.nextLong(A_MOMENT));
    }

    private boolean strike(Life life) {
        life.underWay().forEach(call -> struck.merge(call, 1, Integer::sum));
        return !life.underWay().isEmpty();
    }

    private List<Line> heard(Life life) {
        List<Line> done = life.acknowledged();
        done.forEach(line -> acknowledged.merge(line.kind(), 1, Integer::sum));
        return done;
    }

    /** One house that is killed some time after it was started, however far it has come; nobody looks into what it left. */
    void kill(Duration after) throws IOException, InterruptedException {
        Life life = start("0");
        if (life.ready(after)) {
            life.works(0, Duration.ZERO);
        } else {
            killedInStart++;
        }
        lives++;
        life.end();
    }

    /** How long the last start took; zero if none was waited for. */
    Duration lastStart() {
        return Duration.ofNanos(lastStart);
    }

    /** One house that comes to its end by itself: it does a little of everything, and all that others left to do. @return what is wrong then */
    List<String> settle() throws IOException, InterruptedException {
        Life life = start(HouseToKill.SETTLE);
        boolean ended = life.ends(SLOWEST_START);
        life.end();
        if (!ended) {
            return List.of("A house did not come to its end: " + life.last());
        }
        settled++;
        List<Line> done = life.acknowledged();
        return shelf.look(database -> {
            List<String> faults = books.faults(database, done);
            faults.addAll(books.unfinished(database));
            return faults;
        });
    }

    private Life start(String argument) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dgatehouse.ahead=" + BETWEEN_LIVES.multipliedBy(lives + settled),
                "-Dgatehouse.data=" + data.toAbsolutePath(),
                "-Dspring.main.banner-mode=off"));
        sabotage.ifPresent(how -> command.add("-D" + Sabotage.PROPERTY + "=" + how));
        String loaded = System.getProperty("gatehouse.loaded-classes");
        if (loaded != null) {
            command.add((Files.exists(Path.of(loaded)) ? "-XX:AOTCache=" : "-XX:AOTCacheOutput=") + loaded);
        }
        command.addAll(shelf.settings());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), HouseToKill.class.getName(), argument));
        return new Life(command);
    }

    /** Kills and halts, and what they could have taken. */
    String summary() {
        return lives + " kills (" + killedInStart + " during the start, " + killedInACall + " in the middle of calls), "
                + halts + " halts (" + haltedInACall + " in the middle of calls); struck " + struck + "; acknowledged "
                + acknowledged + "; audit events " + books.events() + "; last start "
                + lastStart().toMillis() + " ms";
    }

    @Override
    public void close() throws IOException {
        shelf.close();
    }
}
