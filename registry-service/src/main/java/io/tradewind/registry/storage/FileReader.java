package io.tradewind.registry.storage;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

/** Reads part of a file chunk by chunk; opened by the first read, so that making one touches no disk. */
final class FileReader {
    private static final int CHUNK = 64 * 1024;

    private final Path path;
    private long position;
    private long remaining;
    private @Nullable FileChannel channel;

    FileReader(Path path, long offset, long length) {
        this.path = path;
        this.position = offset;
        this.remaining = length;
    }

    /** The next bytes; none when all were read. */
    byte[] next() throws IOException {
        if (channel == null) {
            channel = FileChannel.open(path, StandardOpenOption.READ);
        }
        byte[] bytes = new byte[(int) Math.min(CHUNK, remaining)];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, position + buffer.position());
            if (read < 0) {
                throw new EOFException(path.getFileName() + " ends at " + (position + buffer.position()));
            }
        }
        position += bytes.length;
        remaining -= bytes.length;
        return bytes;
    }

    void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
