package io.tradewind.inference.prediction;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import io.tradewind.contracts.model.ModelChanged;
import io.tradewind.contracts.prediction.Direction;
import io.tradewind.contracts.prediction.PredictionMade;
import io.tradewind.contracts.prediction.PredictionSource;
import io.tradewind.inference.experiment.Subject;
import io.tradewind.inference.serving.LoadedModel;
import io.tradewind.learning.task.Forecast;
import org.jspecify.annotations.Nullable;

/** Turns a model's forecasts into the events that say what it answered. */
public final class PredictionEvents {

    /** A model that answered, and whose it is. */
    public record Answerer(LoadedModel model, ModelChanged state) {}

    /**
     * What all predictions of one answer have in common.
     *
     * @param referencePrice price the returns are counted from
     * @param startNanos {@link System#nanoTime()} when work on it began
     */
    public record Question(
            Subject subject,
            @Nullable Double referencePrice,
            PredictionMade.@Nullable Assignment assignment,
            long startNanos) {}

    private PredictionEvents() {}

    /** Id of the prediction a version makes on a candle: the same whenever and wherever it is made again. */
    public static UUID idOnCandle(LoadedModel.Identity model, @Nullable UUID experimentId, Subject candle) {
        String name = "%s|%d|%s|%s|%s|%d"
                .formatted(
                        model.modelId(),
                        model.version(),
                        experimentId == null ? "-" : experimentId,
                        candle.symbol(),
                        candle.timeframe(),
                        candle.candleOpenTime());
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** One event; {@code input} is the model's input, of which the newest row goes on record. */
    public static PredictionMade made(
            UUID id, Answerer answerer, Question question, Forecast forecast, double[] input) {
        LoadedModel model = answerer.model();
        int columns = model.manifest().featureNames().size();
        Subject subject = question.subject();
        return new PredictionMade(
                id,
                model.identity().modelId(),
                model.identity().version(),
                model.identity().bundleDigest(),
                answerer.state().owner(),
                subject.symbol(),
                subject.timeframe(),
                subject.candleOpenTime(),
                question.referencePrice(),
                model.manifest().horizonBars(),
                model.manifest().task().name(),
                list(forecast.outputs(), 0, forecast.outputs().length),
                direction(forecast.direction()),
                forecast.confidence(),
                Double.isFinite(forecast.expectedReturn()) ? forecast.expectedReturn() : null,
                PredictionSource.MODEL,
                (System.nanoTime() - question.startNanos()) / 1_000,
                question.assignment(),
                null,
                list(input, input.length - columns, columns),
                Instant.now());
    }

    /** The inputs of one of several instances that lie behind each other. */
    static double[] instance(double[] inputs, int index, int count) {
        int size = inputs.length / count;
        return count == 1 ? inputs : Arrays.copyOfRange(inputs, index * size, (index + 1) * size);
    }

    private static Direction direction(int sign) {
        return sign > 0 ? Direction.UP : sign < 0 ? Direction.DOWN : Direction.FLAT;
    }

    private static List<Double> list(double[] values, int from, int count) {
        List<Double> list = new ArrayList<>(count);
        for (int i = from; i < from + count; i++) {
            list.add(values[i]);
        }
        return list;
    }
}
