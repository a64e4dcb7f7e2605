package io.tradewind.market.kernel;

import java.nio.ByteBuffer;

/** Puts state back that a {@link StateWriter} collected; too few bytes are an {@code BufferUnderflowException}. */
public final class StateReader implements StateCodec {
    private final ByteBuffer buffer;

    /** Reads from the buffer's position on. */
    public StateReader(ByteBuffer buffer) {
        this.buffer = buffer;
    }

    @Override
    public double real(double value) {
        return buffer.getDouble();
    }

    @Override
    public long whole(long value) {
        return buffer.getLong();
    }

    @Override
    public int whole(int value) {
        return buffer.getInt();
    }

    @Override
    public boolean flag(boolean value) {
        return buffer.get() != 0;
    }

    @Override
    public void reals(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = buffer.getDouble();
        }
    }

    @Override
    public void wholes(int[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = buffer.getInt();
        }
    }
}
