package io.tradewind.inference.journal;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * How one record lies in a segment file: marker, length, CRC-32C of the payload, payload.
 *
 * <p>The marker lets a reader find the next whole record after bytes that a crash or a bad disk has spoilt.
 */
final class Frames {

    static final int MARKER = 0x54574A31;
    static final int OVERHEAD = 3 * Integer.BYTES;
    /** A longer length field can only come from damage. */
    static final int MAX_PAYLOAD = 1 << 20;

    /** What was found at a place: a record, damage to step over, or too few bytes to tell. */
    sealed interface Found {
        record Whole(byte[] payload, int next) implements Found {}

        record Damaged(int next) implements Found {}

        record Incomplete() implements Found {}
    }

    private static final Found INCOMPLETE = new Found.Incomplete();

    private Frames() {}

    static int sizeOf(byte[] payload) {
        return OVERHEAD + payload.length;
    }

    static ByteBuffer encode(List<byte[]> payloads) {
        int size = payloads.stream().mapToInt(Frames::sizeOf).sum();
        ByteBuffer buffer = ByteBuffer.allocate(size);
        for (byte[] payload : payloads) {
            if (payload.length > MAX_PAYLOAD) {
                throw new IllegalArgumentException(
                        "a record must be <= " + MAX_PAYLOAD + " bytes, was " + payload.length);
            }
            buffer.putInt(MARKER).putInt(payload.length).putInt(crc(payload)).put(payload);
        }
        return buffer.flip();
    }

    /** Looks at {@code position}; {@code limit} is where the readable bytes end. */
    static Found find(ByteBuffer bytes, int position, int limit) {
        if (limit - position < OVERHEAD) {
            return INCOMPLETE;
        }
        int length = bytes.getInt(position + Integer.BYTES);
        if (bytes.getInt(position) != MARKER || length < 0 || length > MAX_PAYLOAD) {
            return new Found.Damaged(nextMarker(bytes, position + 1, limit));
        }
        if (limit - position - OVERHEAD < length) {
            return INCOMPLETE;
        }
        byte[] payload = new byte[length];
        bytes.get(position + OVERHEAD, payload);
        if (crc(payload) != bytes.getInt(position + 2 * Integer.BYTES)) {
            return new Found.Damaged(nextMarker(bytes, position + 1, limit));
        }
        return new Found.Whole(payload, position + OVERHEAD + length);
    }

    /** Where the next marker begins; without one, the last place where one could still be beginning. */
    static int nextMarker(ByteBuffer bytes, int from, int limit) {
        int last = limit - Integer.BYTES;
        for (int i = from; i <= last; i++) {
            if (bytes.getInt(i) == MARKER) {
                return i;
            }
        }
        return Math.max(from, last + 1);
    }

    private static int crc(byte[] payload) {
        CRC32C crc = new CRC32C();
        crc.update(payload);
        return (int) crc.getValue();
    }
}
