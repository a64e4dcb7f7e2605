package io.tradewind.inference.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32C;

/** The position up to which the broker has everything. A lost or damaged file only means that more is sent again. */
record AcknowledgedFile(Path path) {

    private static final int SIZE = 2 * Long.BYTES;

    long read() throws IOException {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path));
            if (bytes.remaining() != SIZE) {
                return 0;
            }
            long position = bytes.getLong();
            return bytes.getLong() == crc(position) && position >= 0 ? position : 0;
        } catch (NoSuchFileException ignored) {
            return 0;
        }
    }

    void write(long position) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(SIZE)
                .putLong(position)
                .putLong(crc(position))
                .flip();
        Path temporary = path.resolveSibling(path.getFileName() + ".new");
        Files.write(temporary, bytes.array());
        Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static long crc(long position) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(Long.BYTES).putLong(position).flip());
        return crc.getValue();
    }
}
