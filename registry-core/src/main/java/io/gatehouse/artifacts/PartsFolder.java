package io.gatehouse.artifacts;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The parts of one upload that have arrived, as files {@code <number>-<sha256>}.
 *
 * @param parts by number
 */
record PartsFolder(SortedMap<Integer, Kept> parts) {
    private static final Pattern NAME = Pattern.compile("(\\d{1,5})-([0-9a-f]{64})");

    /** @param size bytes */
    record Kept(Path file, String sha256, long size) {}

    static PartsFolder of(Path folder) {
        SortedMap<Integer, Kept> parts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
                if (name.matches()) {
                    parts.put(Integer.valueOf(name.group(1)), new Kept(file, name.group(2), Files.size(file)));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The parts in " + folder + " cannot be read", failure);
        }
        return new PartsFolder(parts);
    }

    /** In the place of a part that had come under that number. */
    static void keep(Path folder, int number, Quarantine.Upload part) throws IOException {
        Kept before = of(folder).parts.get(number);
        Files.move(part.file(), folder.resolve(number + "-" + part.sha256()), StandardCopyOption.REPLACE_EXISTING);
        if (before != null && !before.sha256.equals(part.sha256())) {
            Files.deleteIfExists(before.file);
        }
    }

    /** Bytes of all. */
    long size() {
        return parts.values().stream().mapToLong(Kept::size).sum();
    }

    /** The first that was not acknowledged as it is here; empty if each of so many was. */
    OptionalInt firstMissing(int announced, List<UploadsInParts.Part> acknowledged) {
        for (int number = 1; number <= announced; number++) {
            Kept here = parts.get(number);
            boolean same = here != null
                    && acknowledged.size() == announced
                    && acknowledged.get(number - 1).equals(new UploadsInParts.Part(number, here.sha256));
            if (!same) {
                return OptionalInt.of(number);
            }
        }
        return OptionalInt.empty();
    }

    /** One behind the other; each is opened when its turn comes. */
    InputStream joined() {
        Iterator<Kept> turn = parts.values().iterator();
        return new SequenceInputStream(new Enumeration<InputStream>() {
            @Override
            public boolean hasMoreElements() {
                return turn.hasNext();
            }

            @Override
            public InputStream nextElement() {
                try {
                    return Files.newInputStream(turn.next().file);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }
        });
    }
}
