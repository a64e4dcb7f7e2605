package io.tradewind.training.intake;

import java.nio.ByteBuffer;
import java.sql.SQLException;

import org.postgresql.copy.CopyIn;

/**
 * Rows of one long, one long and five doubles in PostgreSQL's binary COPY format, sent in chunks of 64 KiB.
 *
 * <p>Binary because it costs neither side a conversion to text and keeps every double bit for bit. Format: PostgreSQL
 * manual, COPY, "Binary Format".
 */
final class BinaryCopy implements AutoCloseable {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final short COLUMNS = 7;
    private static final int ROW_BYTES = Short.BYTES + COLUMNS * (Integer.BYTES + Long.BYTES);

    private final CopyIn copy;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

    BinaryCopy(CopyIn copy) {
        this.copy = copy;
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    void row(long line, long openTime, double open, double high, double low, double close, double volume)
            throws SQLException {
        if (buffer.remaining() < ROW_BYTES) {
            send();
        }
        buffer.putShort(COLUMNS);
        buffer.putInt(Long.BYTES).putLong(line);
        buffer.putInt(Long.BYTES).putLong(openTime);
        put(open);
        put(high);
        put(low);
        put(close);
        put(volume);
    }

    /** Ends the copy; the rows are in the table, though not committed. */
    void end() throws SQLException {
        if (buffer.remaining() < Short.BYTES) {
            send();
        }
        buffer.putShort((short) -1);
        send();
        copy.endCopy();
    }

    /** Calls an unfinished copy off; without that the connection could not even roll back. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void put(double value) {
        buffer.putInt(Double.BYTES).putDouble(value);
    }

    private void send() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
