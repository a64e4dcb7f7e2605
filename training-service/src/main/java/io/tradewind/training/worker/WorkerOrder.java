package io.tradewind.training.worker;

import java.nio.file.Path;

import io.tradewind.learning.training.TrainingPlan;

/**
 * What a worker is to do: {@code order.json} in its folder.
 *
 * @param checkpoints folder that a job's attempts share: what one kept there, the next goes on from
 */
public record WorkerOrder(TrainingPlan plan, String symbol, String timeframe, String checkpoints) {

    /** Name of the file that holds this. */
    public static final String FILE = "order.json";

    /** Where in a worker's folder its candles lie, as CSV. */
    public static Path candles(Path folder) {
        return folder.resolve("candles.csv");
    }

    /** Where in a worker's folder its bundle is put. */
    public static Path bundle(Path folder) {
        return folder.resolve("bundle");
    }
}
