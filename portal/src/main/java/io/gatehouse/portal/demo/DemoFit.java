package io.gatehouse.portal.demo;

import io.gatehouse.people.PasswordDoor;
import io.gatehouse.people.Person;
import java.util.List;
import java.util.Optional;

/** Whether folder and database are what the start asks for, so that the demo and a real installation never mix. */
final class DemoFit {
    private static final String CUT_OFF =
            "Loading the demo into this folder was cut off. Remove the folder (and empty the"
                    + " database, if it is a PostgreSQL), or name another with --data, and start again.";
    private static final String NOT_REAL = "This is the StreamFlow demo, which must not become a real installation."
            + " Name another folder with --data and an empty database, or start without --no-demo.";
    private static final String REAL = "This is an installation without the demo. Start it with --no-demo, or name"
            + " another folder with --data.";
    private static final String FOLDER_ALONE =
            "This folder holds the StreamFlow demo, but its database is another. Name"
                    + " the database that the demo was loaded into, or an empty folder with --data.";
    private static final String DATABASE_ALONE = "The database holds the StreamFlow demo, but this folder does not hold"
            + " its files. Name the folder that the demo was loaded into with --data, or an empty database.";

    private static final String WITHOUT_PASSWORDS = "gatehouse.sign-in.passwords is false, and the people of the"
            + " StreamFlow demo sign in with passwords alone. Leave it out, or start an installation of your own with --no-demo.";

    private DemoFit() {}

    /** Whose database it is. */
    enum Database {
        EMPTY,
        DEMO,
        REAL
    }

    /** The demo's people have addresses at a domain that nobody can own. */
    static Database database(List<Person> people) {
        if (people.isEmpty()) {
            return Database.EMPTY;
        }
        return people.stream().anyMatch(person -> person.email().endsWith(DemoCast.MAIL))
                ? Database.DEMO
                : Database.REAL;
    }

    /** @return why the demo must not start where passwords do not open, and what to do; empty if it may */
    static Optional<String> refusal(boolean demo, PasswordDoor passwords) {
        return demo && !passwords.isOpen() ? Optional.of(WITHOUT_PASSWORDS) : Optional.empty();
    }

    /** @return why this must not start, and what to do; empty if it may */
    static Optional<String> refusal(boolean demo, DemoFolder.State folder, Database database) {
        if (folder == DemoFolder.State.BEGUN) {
            return Optional.of(CUT_OFF);
        }
        boolean loaded = folder == DemoFolder.State.LOADED;
        if (!demo) {
            return loaded || database == Database.DEMO ? Optional.of(NOT_REAL) : Optional.empty();
        }
        return switch (database) {
            case REAL -> Optional.of(loaded ? FOLDER_ALONE : REAL);
            case DEMO -> loaded ? Optional.empty() : Optional.of(DATABASE_ALONE);
            case EMPTY -> loaded ? Optional.of(FOLDER_ALONE) : Optional.empty();
        };
    }
}
