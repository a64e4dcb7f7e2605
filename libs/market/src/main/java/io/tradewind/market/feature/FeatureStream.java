package io.tradewind.market.feature;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.CRC32;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;
import io.tradewind.market.kernel.StateReader;
import io.tradewind.market.kernel.StateWriter;

/**
 * A set's features, kept up to date candle by candle without allocating.
 *
 * <p>Values equal those of {@link FeaturePipeline#compute} over the same candles. Not thread-safe: one stream belongs
 * to one symbol and one thread at a time.
 */
public final class FeatureStream {
    private static final int MAGIC = 0x54575331;
    private static final int HASH_BYTES = 64;

    private final FeatureSet set;
    private final Kernel[] kernels;
    private final Block block;
    /** Per kernel and output a cell; the same cells by column. */
    private final double[][][] outputs;

    private final double[][] cells;
    private final double[] row;
    /** Candles that open within this many milliseconds of the one before are of another timeframe. */
    private final long tooSoonMillis;

    private int rows;
    private long lastOpenTime = Long.MIN_VALUE;

    FeatureStream(FeatureSet set, Wiring wiring, long tooSoonMillis) {
        this.set = set;
        this.tooSoonMillis = tooSoonMillis;
        this.kernels = wiring.kernels();
        this.block = Block.live(wiring.needs);
        this.cells = new double[set.size()][1];
        this.outputs = wiring.outputs(kernels, cells, 1);
        this.row = new double[set.size()];
    }

    /** The set it computes. */
    public FeatureSet set() {
        return set;
    }

    /**
     * Takes the next closed candle.
     *
     * @param openTime epoch milliseconds UTC, after that of the candle before
     * @return the features in the set's order, NaN in their lookback; the array is reused by the next call
     * @throws IllegalArgumentException when the candle is not newer than the last one, is of a shorter timeframe than
     *     the stream's or has a value out of range; the stream is then as it was
     */
    public double[] onCandle(long openTime, double open, double high, double low, double close, double volume) {
        if (openTime <= lastOpenTime) {
            throw new IllegalArgumentException("candle " + rows + " opens at " + Instant.ofEpochMilli(openTime)
                    + ", not after " + Instant.ofEpochMilli(lastOpenTime));
        }
        if (rows > 0 && openTime - lastOpenTime <= tooSoonMillis) {
            throw new IllegalArgumentException("candle " + rows + " at " + Instant.ofEpochMilli(openTime)
                    + " mixes timeframes: it opens " + (openTime - lastOpenTime) + " ms after the one before it, of "
                    + 2 * tooSoonMillis + " ms");
        }
        CandleValues.require(rows, openTime, open, high, low, close, volume);
        block.append(openTime, open, high, low, close, volume);
        for (int k = 0; k < kernels.length; k++) {
            kernels[k].update(block, 1, outputs[k], 0);
        }
        for (int column = 0; column < row.length; column++) {
            row[column] = cells[column][0];
        }
        rows++;
        lastOpenTime = openTime;
        return row;
    }

    /** Candles taken so far. */
    public int rows() {
        return rows;
    }

    /** Open time of the last candle taken, epoch milliseconds UTC; {@link Long#MIN_VALUE} before the first. */
    public long lastOpenTime() {
        return lastOpenTime;
    }

    /** Whether the row last returned is independent of where the stream began. */
    public boolean warm() {
        return rows > set.warmupBars();
    }

    /** The whole state as bytes, for {@link #restore} on a stream of the same set. */
    public byte[] snapshot() {
        byte[] state = stateBytes();
        CRC32 checksum = new CRC32();
        checksum.update(state);
        return ByteBuffer.allocate(4 + HASH_BYTES + 8 + state.length)
                .putInt(MAGIC)
                .put(set.schemaHash().getBytes(StandardCharsets.US_ASCII))
                .putLong(checksum.getValue())
                .put(state)
                .array();
    }

    /**
     * Takes over the state of a snapshot; the stream then goes on as the one snapshotted would have.
     *
     * @throws IllegalArgumentException when it is no snapshot, damaged, of another set or of another version of its
     *     features; the stream is then as it was
     */
    public void restore(byte[] snapshot) {
        if (snapshot.length < 4 + HASH_BYTES + 8) {
            throw new IllegalArgumentException("not a feature stream snapshot: " + snapshot.length + " bytes");
        }
        ByteBuffer buffer = ByteBuffer.wrap(snapshot);
        byte[] hash = new byte[HASH_BYTES];
        if (buffer.getInt() != MAGIC) {
            throw new IllegalArgumentException("not a feature stream snapshot: it begins with other bytes");
        }
        buffer.get(hash);
        String schemaHash = new String(hash, StandardCharsets.US_ASCII);
        if (!schemaHash.equals(set.schemaHash())) {
            throw new IllegalArgumentException(
                    "the snapshot is of another feature set: schema " + schemaHash + ", needed " + set.schemaHash());
        }
        long expected = buffer.getLong();
        CRC32 checksum = new CRC32();
        checksum.update(snapshot, buffer.position(), buffer.remaining());
        if (checksum.getValue() != expected) {
            throw new IllegalArgumentException("the snapshot is damaged: its checksum does not match");
        }
        // Checked before anything is overwritten: half a restored state would be neither the old one nor the new.
        int needed = stateBytes().length;
        if (buffer.remaining() != needed) {
            throw new IllegalArgumentException("the snapshot is of another version: it holds " + buffer.remaining()
                    + " bytes of state, needed " + needed);
        }
        state(new StateReader(buffer));
    }

    private byte[] stateBytes() {
        StateWriter writer = new StateWriter();
        state(writer);
        return writer.bytes();
    }

    private void state(StateCodec codec) {
        rows = codec.whole(rows);
        lastOpenTime = codec.whole(lastOpenTime);
        block.state(codec);
        for (Kernel kernel : kernels) {
            kernel.state(codec);
        }
    }
}
