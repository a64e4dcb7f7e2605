package io.tradewind.learning.fit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

import io.tradewind.learning.bundle.Digests;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the newest state of a fit in a folder, so that a later run goes on where this one ended.
 *
 * <p>A file appears under its name only when it is complete and on disk. It names the plan and the data it belongs to, and ends
 * in the SHA-256 of all that stands before.
 */
public final class Checkpoints {

    /** Keeps nothing. */
    public static final Checkpoints NONE = new Checkpoints(null, "", "", null);

    /** Name of the file in the folder. */
    public static final String FILE = "checkpoint.bin";

    private static final int MAGIC = 0x54574350;
    private static final int VERSION = 1;
    private static final int DIGEST_BYTES = 32;

    private final @Nullable Path folder;
    private final String plan;
    private final String data;
    private final byte @Nullable [] found;

    private Checkpoints(@Nullable Path folder, String plan, String data, byte @Nullable [] found) {
        this.folder = folder;
        this.plan = plan;
        this.data = data;
        this.found = found;
    }

    /**
     * Keeps states in a folder, which is made where it is missing, and takes up the one that lies there.
     *
     * @param plan digest of all that decides the weights apart from the data
     * @param data digest of the data
     * @throws CheckpointRefusedException if a checkpoint lies there that is damaged or belongs to another plan or other data
     */
    public static Checkpoints in(Path folder, String plan, String data) {
        Path file = folder.resolve(FILE);
        try {
            Files.createDirectories(folder);
            byte[] state = Files.exists(file) ? payload(Files.readAllBytes(file), file, plan, data) : null;
            return new Checkpoints(folder, plan, data, state);
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoint in %s cannot be read".formatted(folder), e);
        }
    }

    private static byte[] payload(byte[] bytes, Path file, String plan, String data) throws IOException {
        int length = bytes.length - DIGEST_BYTES;
        if (length < 0 || !MessageDigest.isEqual(sha256(bytes, length), tail(bytes, length))) {
            throw new CheckpointRefusedException("%s is damaged: its bytes do not have its digest".formatted(file));
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, length))) {
            require(in.readInt() == MAGIC, file, "is no checkpoint");
            int version = in.readInt();
            require(version == VERSION, file, "has format %d, this version reads %d".formatted(version, VERSION));
            require(in.readUTF().equals(plan), file, "belongs to another plan");
            require(in.readUTF().equals(data), file, "belongs to other candles");
            return in.readAllBytes();
        }
    }

    private static void require(boolean fulfilled, Path file, String reason) {
        if (!fulfilled) {
            throw new CheckpointRefusedException("%s %s".formatted(file, reason));
        }
    }

    /** The state that lay in the folder when it was opened. */
    public Optional<byte[]> found() {
        return Optional.ofNullable(found);
    }

    /** Whether states are kept at all; making one costs time. */
    public boolean kept() {
        return folder != null;
    }

    /** Replaces the kept state; a crash at any point leaves the old one or the new one. */
    public void keep(byte[] state) {
        if (folder == null) {
            return;
        }
        Path unfinished = folder.resolve(FILE + ".unfinished");
        try {
            write(unfinished, state);
            Files.move(
                    unfinished,
                    folder.resolve(FILE),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoint in %s cannot be written".formatted(folder), e);
        }
    }

    private void write(Path file, byte[] state) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(state.length + 1024);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            out.writeUTF(plan);
            out.writeUTF(data);
            out.write(state);
        }
        byte[] content = bytes.toByteArray();
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            writeAll(channel, content);
            writeAll(channel, sha256(content, content.length));
            channel.force(true);
        }
    }

    private static void writeAll(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private static byte[] sha256(byte[] bytes, int length) {
        MessageDigest digest = Digests.newDigest();
        digest.update(bytes, 0, length);
        return digest.digest();
    }

    private static byte[] tail(byte[] bytes, int from) {
        return Arrays.copyOfRange(bytes, from, bytes.length);
    }
}
