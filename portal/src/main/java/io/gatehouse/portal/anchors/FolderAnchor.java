package io.gatehouse.portal.anchors;

import io.gatehouse.audit.SignedCheckpoint;
import io.gatehouse.checkpoints.Anchor;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Keeps checkpoints as files in a folder, such as a share that the portal may write to and somebody else owns. */
@Component
@ConditionalOnProperty("gatehouse.audit.anchors.folder")
class FolderAnchor implements Anchor {
    private final Path folder;

    FolderAnchor(@Value("${gatehouse.audit.anchors.folder}") Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public String name() {
        return "folder";
    }

    @Override
    public String place() {
        return folder.toString();
    }

    @Override
    public void keep(SignedCheckpoint checkpoint, String publicKey) throws IOException {
        if (!Files.isDirectory(folder)) {
            // Made by whoever mounts it: a folder made here would be on this server's own disk.
            throw new IOException("There is no folder " + folder);
        }
        write(folder.resolve("public-key-" + checkpoint.keySha256().substring(0, 12) + ".pem"), publicKey);
        write(folder.resolve("checkpoint-%08d.json".formatted(checkpoint.number())), checkpoint.text() + "\n");
    }

    /** Whole or not at all, and on disk when this returns. What is there stays as it is; something else there is a fault. */
    private static void write(Path file, String text) throws IOException {
        if (Files.exists(file)) {
            if (!Files.readString(file, StandardCharsets.UTF_8).equals(text)) {
                throw new IOException(file + " is there already and says something else");
            }
            return;
        }
        Path half = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(half, text, StandardCharsets.UTF_8);
        try (FileChannel written = FileChannel.open(half, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
