package io.gatehouse.portal.start;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * The folder of database and artifacts, which belongs to one running portal at a time: two of them would sweep away each other's uploads.
 * It is taken before anything opens a file in it, and given back when the process ends, however it ends.
 */
public final class DataFolder implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final String NAME = "gatehouse.data";
    private static final String OTHER = " Name another folder with --data.";

    /** Held for as long as the process lives. */
    private @Nullable FileLock lock;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Path folder = Path.of(context.getEnvironment().getProperty(NAME, "data"))
                .toAbsolutePath()
                .normalize();
        if (folder.toString().contains(";")) {
            throw new CannotStartException("The data folder " + folder
                    + " has a semicolon in its name, which ends the address of a database." + OTHER);
        }
        lock = take(folder);
        // The embedded database takes no folder whose name does not say where it begins.
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("data folder", Map.of(NAME, folder.toString())));
    }

    /** @throws CannotStartException if the folder cannot be made or written to, or belongs to another process */
    private static FileLock take(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    folder.resolve("gatehouse.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock taken = channel.tryLock();
            if (taken == null) {
                throw new CannotStartException("Another Gatehouse is running on the folder " + folder
                        + ". Stop it first, or name another folder with --data.");
            }
            return taken;
        } catch (FileAlreadyExistsException file) {
            throw new CannotStartException("The data folder " + folder + " is a file." + OTHER, file);
        } catch (AccessDeniedException denied) {
            throw new CannotStartException("The data folder " + folder + " cannot be written to." + OTHER, denied);
        } catch (IOException failure) {
            throw new CannotStartException(
                    "The data folder " + folder + " cannot be used: " + failure.getMessage() + "." + OTHER, failure);
        }
    }
}
