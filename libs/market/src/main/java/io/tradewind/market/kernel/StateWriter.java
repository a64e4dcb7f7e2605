package io.tradewind.market.kernel;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Collects state into bytes. */
public final class StateWriter implements StateCodec {
    private ByteBuffer buffer = ByteBuffer.allocate(1 << 12);

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            int capacity = Math.max(buffer.capacity() * 2, buffer.position() + bytes);
            buffer = ByteBuffer.wrap(Arrays.copyOf(buffer.array(), capacity)).position(buffer.position());
        }
        return buffer;
    }

    @Override
    public double real(double value) {
        room(Double.BYTES).putDouble(value);
        return value;
    }

    @Override
    public long whole(long value) {
        room(Long.BYTES).putLong(value);
        return value;
    }

    @Override
    public int whole(int value) {
        room(Integer.BYTES).putInt(value);
        return value;
    }

    @Override
    public boolean flag(boolean value) {
        room(1).put((byte) (value ? 1 : 0));
        return value;
    }

    @Override
    public void reals(double[] values) {
        ByteBuffer target = room(values.length * Double.BYTES);
        for (double value : values) {
            target.putDouble(value);
        }
    }

    @Override
    public void wholes(int[] values) {
        ByteBuffer target = room(values.length * Integer.BYTES);
        for (int value : values) {
            target.putInt(value);
        }
    }

    /** Everything written so far. */
    public byte[] bytes() {
        return Arrays.copyOf(buffer.array(), buffer.position());
    }
}
