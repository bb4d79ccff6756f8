package io.gatehouse.upgrade;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The one file of H2's database, and beside it, while an upgrade is under way, what it held before. H2 commits with every statement that
 * makes or changes a table, so that an upgrade which is cut off leaves some of its tables, and no start would get past them.
 */
record DatabaseFile(Path file, Path before) {
    private static final String IN_A_FILE = "jdbc:h2:file:";

    /** @param url of JDBC @return empty unless H2 keeps its database in a file of its own */
    static Optional<DatabaseFile> of(String url) {
        if (!url.startsWith(IN_A_FILE)) {
            return Optional.empty();
        }
        String path = url.substring(IN_A_FILE.length()).replaceFirst(";.*", "");
        if (path.startsWith("~")) {
            path = System.getProperty("user.home") + path.substring(1);
        }
        return Optional.of(new DatabaseFile(Path.of(path + ".mv.db"), Path.of(path + ".before-upgrade.zip")));
    }

    /** Puts the present database aside; it stays open. From here on it comes back at the next start, unless {@link #forget}. */
    void putAside(Connection open) throws SQLException, IOException {
        Path part = before.resolveSibling(before.getFileName() + ".part");
        Files.deleteIfExists(part);
        try (PreparedStatement backup = open.prepareStatement("backup to ?")) {
            backup.setString(1, part.toString());
            backup.execute();
        }
        force(part);
        Files.move(part, before, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The upgrade is whole. */
    void forget() throws IOException {
        Files.deleteIfExists(before);
    }

    /**
     * Brings back what stood before an upgrade that was cut off; cut off itself, it begins again.
     *
     * @return whether there was any; not while another process has the database open, whose upgrade it may be
     */
    boolean bringBack() throws IOException {
        if (!Files.exists(before)) {
            return false;
        }
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                // The lock that H2 itself holds while it is open.
                FileLock lock = out.tryLock()) {
            if (lock == null) {
                return false;
            }
            out.truncate(0);
            unpack(out);
            out.force(true);
            forget();
            return true;
        } catch (OverlappingFileLockException openInThisProcess) {
            return false;
        }
    }

    private void unpack(FileChannel out) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(before))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".mv.db")) {
                    copy(zip, out);
                    return;
                }
            }
        }
        throw new IOException(before + " holds no database");
    }

    /** Leaves the target open, whose lock would go with it. */
    private static void copy(InputStream from, FileChannel to) throws IOException {
        from.transferTo(Channels.newOutputStream(to));
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
