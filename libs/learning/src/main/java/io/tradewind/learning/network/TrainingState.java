package io.tradewind.learning.network;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import io.tradewind.learning.fit.CheckpointRefusedException;
import io.tradewind.learning.fit.EarlyStopping;

/**
 * All that a training's further course depends on after an epoch. Random numbers need no place here: every epoch begins from a
 * seed of its own.
 *
 * @param updates optimiser steps so far
 * @param millis wall-clock time of the epochs so far
 * @param weights every array of the network, running means included
 * @param best the same after the best epoch
 * @param first the optimiser's first moments
 * @param second its second moments
 */
record TrainingState(
        EarlyStopping.Memory memory,
        long updates,
        long millis,
        List<float[]> weights,
        List<float[]> best,
        List<float[]> first,
        List<float[]> second) {

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(memory.lastEpoch());
            out.writeInt(memory.bestEpoch());
            out.writeDouble(memory.bestLoss());
            out.writeDouble(memory.trainingLossAtBest());
            out.writeLong(updates);
            out.writeLong(millis);
            for (List<float[]> arrays : List.of(weights, best, first, second)) {
                write(out, arrays);
            }
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, List<float[]> arrays) throws IOException {
        out.writeInt(arrays.size());
        for (float[] array : arrays) {
            ByteBuffer buffer = ByteBuffer.allocate(array.length * Float.BYTES);
            buffer.asFloatBuffer().put(array);
            out.writeInt(array.length);
            out.write(buffer.array());
        }
    }

    /**
     * Reads a state.
     *
     * @throws CheckpointRefusedException if the bytes are none
     */
    static TrainingState of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            EarlyStopping.Memory memory =
                    new EarlyStopping.Memory(in.readInt(), in.readInt(), in.readDouble(), in.readDouble());
            return new TrainingState(
                    memory, in.readLong(), in.readLong(), arrays(in), arrays(in), arrays(in), arrays(in));
        } catch (IOException e) {
            throw new CheckpointRefusedException("the checkpoint is not a network's training state", e);
        }
    }

    private static List<float[]> arrays(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<float[]> arrays = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] array = new float[in.readInt()];
            ByteBuffer.wrap(in.readNBytes(array.length * Float.BYTES))
                    .asFloatBuffer()
                    .get(array);
            arrays.add(array);
        }
        return arrays;
    }
}
