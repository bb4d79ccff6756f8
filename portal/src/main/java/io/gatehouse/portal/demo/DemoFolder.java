package io.gatehouse.portal.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the demo leaves beside the database, so that a demo folder is never taken for a real one, nor a half loaded demo for a whole one.
 */
final class DemoFolder {
    private final Path begun;
    private final Path accounts;

    DemoFolder(Path data) {
        this.begun = data.resolve("demo-begun");
        this.accounts = data.resolve("demo-accounts.txt");
    }

    /** How far the demo got in this folder. */
    enum State {
        NONE,
        BEGUN,
        LOADED
    }

    State state() {
        if (Files.exists(accounts)) {
            return State.LOADED;
        }
        return Files.exists(begun) ? State.BEGUN : State.NONE;
    }

    void begin() {
        write(begun, List.of("The StreamFlow demo is being loaded into this folder."));
    }

    /** The last step of loading: from now on the folder counts as a demo. */
    void loaded(Map<String, String> passwords) {
        List<String> lines = new ArrayList<>();
        for (DemoCast.Member member : DemoCast.MEMBERS) {
            lines.add("%-6s %-10s %s, %s"
                    .formatted(member.username(), passwords.get(member.username()), member.name(), member.job()));
        }
        write(accounts, lines);
    }

    /** One line an account: user name, password, name and job. */
    List<String> accounts() {
        try {
            return Files.readAllLines(accounts);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read the demo accounts in " + accounts, failure);
        }
    }

    private static void write(Path file, List<String> lines) {
        try {
            Files.createDirectories(file.getParent());
            Path fresh = Files.createTempFile(file.getParent(), "demo", ".new");
            Files.write(fresh, lines);
            if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
            }
            Files.move(fresh, file);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot write " + file, failure);
        }
    }
}
