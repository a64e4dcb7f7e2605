package io.tradewind.learning.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import io.tradewind.learning.bundle.Bundle;
import io.tradewind.learning.bundle.BundleWriter;
import io.tradewind.learning.prediction.Predictor;
import io.tradewind.learning.task.Forecast;
import io.tradewind.learning.task.Task;
import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.feature.FeatureMatrix;
import io.tradewind.market.feature.FeaturePipeline;
import io.tradewind.market.feature.FeatureSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TrainerTest {

    private static final CandleSeries MARKET = Markets.synthetic(3000);

    private static TrainingPlan.Builder tinyLstm() {
        return TrainingPlan.builder("LSTM")
                .hyperparameters(Map.of("units", List.of(8), "denseUnits", 4, "dropout", 0.1))
                .features(List.of("log_return_1", "return_mean_5", "return_zscore_20", "volatility_20"))
                .window(8)
                .epochs(4)
                .learningRate(0.01)
                .seed(5L);
    }

    private static TrainingPlan.Builder smallTrees() {
        return TrainingPlan.demo("XGBOOST").epochs(60);
    }

    private static TrainingResult train(TrainingPlan.Builder plan) {
        return Trainer.train(plan.build(), MARKET, ProgressListener.NONE, new CancellationToken());
    }

    @Test
    void lstmFindsTheMomentumAndItsBundleForecastsTheSame(@TempDir Path folder) {
        // When
        TrainingResult result = train(tinyLstm());

        // Then
        assertThat(result.evaluation().accuracy()).isGreaterThan(0.53);
        assertThat(result.evaluation().edge()).isGreaterThan(result.evaluation().edgeStandardError());
        Bundle bundle = BundleWriter.write(result, folder.resolve("bundle"));
        assertForecastsFrom(bundle, 8);
    }

    @Test
    void treesFindTheMomentumAndTheirBundleForecastsTheSame(@TempDir Path folder) {
        // When
        TrainingResult result = train(smallTrees());

        // Then
        assertThat(result.evaluation().accuracy()).isGreaterThan(0.55);
        assertThat(result.importance().features().get(0).importance()).isPositive();
        assertThat(result.evaluation().baselines())
                .containsOnlyKeys("majority", "repeatLast", "movingAverageCross", "linear", "logistic");
        Bundle bundle = BundleWriter.write(result, folder.resolve("bundle"));
        assertForecastsFrom(bundle, 1);
    }

    private static void assertForecastsFrom(Bundle bundle, int window) {
        FeatureMatrix features = FeaturePipeline.of(
                        FeatureSet.of(bundle.manifest().featureNames()))
                .compute(MARKET);
        int width = features.columns();
        double[] values = new double[window * width];
        double[] row = new double[width];
        for (int i = 0; i < window; i++) {
            features.copyRow(MARKET.size() - window + i, row);
            System.arraycopy(row, 0, values, i * width, width);
        }
        try (Predictor predictor = Predictor.open(bundle)) {
            Forecast forecast = predictor.predict(values);
            assertThat(forecast.outputs()).hasSize(2);
            assertThat(forecast.outputs()[0] + forecast.outputs()[1]).isEqualTo(1);
            assertThat(forecast.confidence()).isBetween(0.5, 1.0);
            assertThat(predictor.predict(values).outputs()).containsExactly(forecast.outputs());
        }
    }

    @Test
    void theSameSeedGivesTheSameModelBitForBit() {
        // When
        byte[] first = train(tinyLstm().epochs(1)).model();
        byte[] second = train(tinyLstm().epochs(1)).model();

        // Then
        assertThat(second).isEqualTo(first);
    }

    @Test
    void regressionsForecastReturnsWithIntervals() {
        // When
        TrainingResult trees = train(smallTrees().task(Task.RETURN).horizonBars(2));
        TrainingResult network = train(tinyLstm().task(Task.RETURN).epochs(2));

        // Then
        assertThat(trees.evaluation().directionalAccuracy()).isGreaterThan(0.53);
        assertThat(trees.evaluation().intervalCoverage()).isBetween(0.8, 0.97);
        assertThat(trees.evaluation().logLoss()).isNull();
        assertThat(network.evaluation().mae()).isBetween(0.0001, 0.05);
    }

    @Test
    void reportsEveryEpochWithSpeedAndTimeLeft() {
        // Given
        List<TrainingProgress> progress = new ArrayList<>();

        // When
        Trainer.train(tinyLstm().epochs(2).build(), MARKET, progress::add, new CancellationToken());

        // Then
        assertThat(progress).extracting(TrainingProgress::epoch).containsExactly(1, 2);
        assertThat(progress.get(0).samplesPerSecond()).isPositive();
        assertThat(progress.get(0).etaMillis()).isPositive();
        assertThat(progress.get(1).etaMillis()).isZero();
    }

    @Test
    void cancellationStopsBetweenBatches() {
        // Given
        CancellationToken token = new CancellationToken();

        // When / Then
        assertThatThrownBy(() -> Trainer.train(tinyLstm().build(), MARKET, progress -> token.cancel(), token))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void refusesTooFewCandlesWithBothNumbers() {
        assertThatThrownBy(() -> Trainer.train(
                        tinyLstm().build(), MARKET.slice(0, 200), ProgressListener.NONE, new CancellationToken()))
                .isInstanceOf(TrainingRefusedException.class)
                .hasMessage("LSTM needs at least 252 candles, there are 200");
    }

    @ParameterizedTest
    @CsvSource({"LSTM, 252", "TRANSFORMER, 126", "XGBOOST, 63", "LIGHTGBM, 63", "RANDOM_FOREST, 63"})
    void everyArchitectureSaysHowManyCandlesItNeeds(String architecture, int fewest) {
        assertThatThrownBy(() -> Trainer.train(
                        TrainingPlan.builder(architecture).build(),
                        MARKET.slice(0, fewest - 1),
                        ProgressListener.NONE,
                        new CancellationToken()))
                .isInstanceOf(TrainingRefusedException.class)
                .hasMessage("%s needs at least %d candles, there are %d".formatted(architecture, fewest, fewest - 1));
    }

    @Test
    void earlyStoppingKeepsTheBestRound() {
        // When
        TrainingResult result = train(smallTrees().epochs(200).learningRate(0.5).patience(5));

        // Then
        assertThat(result.evaluation().training().epochs())
                .isEqualTo(result.evaluation().training().bestEpoch() + 5);
    }
}
