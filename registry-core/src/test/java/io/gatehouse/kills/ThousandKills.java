package io.gatehouse.kills;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The command behind {@code benchmarks/kills/run}: many kills on one database, and a line of figures at the end. */
public final class ThousandKills {
    /** In place of a number of kills: houses that are built worse on purpose must be found out. */
    private static final String PROVE = "prove";

    /** In place of a number of kills: new houses are killed in their first start, and must come up in their second. */
    private static final String FIRST_STARTS = "first-starts";

    private static final int NEW_HOUSES = 40;

    private static final int MOST_CALLS = 60;
    private static final int TELL_EVERY = 5;
    private static final Duration LIMIT = Duration.ofMinutes(Long.getLong("gatehouse.kills.minutes", 24 * 60));
    private static final int ENOUGH_TO_BE_FOUND_OUT = 100;

    private final String database;
    private final long seed;
    private final Path data;
    private final long began = System.nanoTime();

    private ThousandKills(String database, long seed, Path data) {
        this.database = database;
        this.seed = seed;
        this.data = data;
    }

    /** @param arguments how many kills, {@value #PROVE} or {@value #FIRST_STARTS}; {@code h2} or {@code postgresql}, the seed, and the folder for data and files */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        ThousandKills kills = new ThousandKills(arguments[1], Long.parseLong(arguments[2]), Path.of(arguments[3]));
        boolean well = switch (arguments[0]) {
            case PROVE -> kills.findOutAll();
            case FIRST_STARTS -> kills.startAgain();
            default -> kills.findNothing(Integer.parseInt(arguments[0]));
        };
        System.exit(well ? 0 : 1);
    }

    private boolean findNothing(int kills) throws IOException, InterruptedException {
        try (Killing killing = killing(data, Optional.empty())) {
            // The first comes to its end, and leaves behind which classes it loaded: the others start sooner.
            List<String> faults = killing.settle();
            for (int kill = 1; faults.isEmpty() && kill <= kills && spent().compareTo(LIMIT) < 0; kill++) {
                faults = killing.kill();
                if (kill % TELL_EVERY == 0) {
                    System.out.println(seconds() + killing.summary());
                }
            }
            if (faults.isEmpty()) {
                faults = killing.settle();
            }
            faults.forEach(fault -> System.out.println("WRONG: " + fault));
            System.out.println(database + ", seed " + seed + ", " + seconds() + killing.summary()
                    + (faults.isEmpty() ? "; nothing lost, nothing by half" : "; WRONG"));
            return faults.isEmpty();
        }
    }

    /** Each time with books of its own, which the kill may leave at any step from nothing to a whole database. */
    private boolean startAgain() throws IOException, InterruptedException {
        Random dice = new Random(seed);
        Duration start;
        try (Killing whole = killing(data.resolve("whole"), Optional.empty())) {
            whole.settle().forEach(System.out::println);
        }
        try (Killing measured = killing(data.resolve("measured"), Optional.empty())) {
            measured.kill().forEach(System.out::println);
            start = measured.lastStart();
        }
        int wrong = 0;
        int house = 0;
        while (house < NEW_HOUSES && spent().compareTo(LIMIT) < 0) {
            house++;
            Duration after = Duration.ofMillis(dice.nextLong(start.toMillis()));
            try (Killing killing = killing(data.resolve(String.valueOf(house)), Optional.empty())) {
                killing.kill(after);
                List<String> faults = killing.kill();
                wrong += faults.isEmpty() ? 0 : 1;
                faults.forEach(fault -> System.out.println("WRONG after " + after.toMillis() + " ms: " + fault));
            }
        }
        System.out.println(seconds() + house + " new houses killed within the " + start.toMillis()
                + " ms that a first start takes; " + wrong + " did not come up whole");
        return wrong == 0;
    }

    /** Each {@link Sabotage} on books of its own, until it is found out. */
    private boolean findOutAll() throws IOException, InterruptedException {
        boolean all = true;
        for (Sabotage sabotage : Sabotage.values()) {
            List<String> told = new ArrayList<>();
            int kills = 0;
            try (Killing killing = killing(data.resolve(sabotage.name()), Optional.of(sabotage))) {
                killing.settle();
                while (told.isEmpty() && kills < ENOUGH_TO_BE_FOUND_OUT) {
                    kills++;
                    killing.kill().stream().filter(sabotage::isToldBy).forEach(told::add);
                }
            }
            System.out.println(seconds() + sabotage + (told.isEmpty() ? " NOT FOUND OUT in " : " found out after ")
                    + kills + " kills " + told);
            all &= !told.isEmpty();
        }
        return all;
    }

    private Killing killing(Path folder, Optional<Sabotage> sabotage) throws IOException {
        return new Killing(folder, Shelf.of(database, folder), seed, MOST_CALLS, sabotage);
    }

    private Duration spent() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private String seconds() {
        return spent().toSeconds() + " s: ";
    }
}
