package io.tradewind.inference.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The replica's directory, held by a lock file so that two processes never write the same journal. */
@ApplicationScoped
public class ReplicaStorage {

    private final Path root;
    private @Nullable FileChannel lockFile;

    ReplicaStorage(StorageConfig config) {
        this.root = config.directory().toAbsolutePath();
    }

    @PostConstruct
    void lock() {
        try {
            Files.createDirectories(root);
            FileChannel file =
                    FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lockFile = file;
            if (tryLock(file) == null) {
                throw new IllegalStateException("inference.storage.directory " + root
                        + " is in use by another process; give each replica" + " a directory of its own");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("inference.storage.directory " + root + " cannot be used", e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException ignored) {
            return null;
        }
    }

    @PreDestroy
    void unlock() {
        try {
            if (lockFile != null) {
                lockFile.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A sub-directory, created when missing. */
    public Path directory(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A small file directly in the directory. */
    public Path file(String name) {
        return root.resolve(name);
    }

    /** Replaces a small file as a whole: after a crash either the old or the new content is there. */
    public static void replace(Path file, byte[] content) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
