package io.tradewind.registry.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A file that is being received. It stays locked until it is staged or discarded: the operating system gives up the lock
 * of a process that dies, so that a file nobody holds locked is the remains of a dead upload.
 *
 * <p>Used by one thread at a time.
 */
final class IncomingFile {
    private final UUID receipt;
    private final Path path;
    private final FileChannel channel;
    private final MessageDigest digest = sha256();
    private final long limit;
    private long size;

    private IncomingFile(UUID receipt, Path path, FileChannel channel, long limit) {
        this.receipt = receipt;
        this.path = path;
        this.channel = channel;
        this.limit = limit;
    }

    static IncomingFile create(Path folder, long limit) throws IOException {
        UUID receipt = UUID.randomUUID();
        Path path = folder.resolve(receipt.toString());
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            channel.lock();
            return new IncomingFile(receipt, path, channel, limit);
        } catch (IOException | RuntimeException failed) {
            channel.close();
            Files.deleteIfExists(path);
            throw failed;
        }
    }

    void write(ByteBuffer bytes) throws IOException {
        if (bytes.remaining() > limit - size) {
            throw new TooLargeException(limit);
        }
        size += bytes.remaining();
        digest.update(bytes.duplicate());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    Received finish() throws IOException {
        channel.force(true);
        return new Received(receipt, HexFormat.of().formatHex(digest.digest()), size);
    }

    Path path() {
        return path;
    }

    UUID receipt() {
        return receipt;
    }

    /** Gives up the lock; the file stays. */
    void release() throws IOException {
        channel.close();
    }

    /** Removes the file if no living process is writing it. */
    static boolean removeIfDead(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                return false;
            }
            return Files.deleteIfExists(path);
        } catch (OverlappingFileLockException ours) {
            return false;
        } catch (java.nio.file.NoSuchFileException gone) {
            return false;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
