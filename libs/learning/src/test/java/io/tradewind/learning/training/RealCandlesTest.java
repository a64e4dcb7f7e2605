package io.tradewind.learning.training;

import java.nio.file.Path;
import java.util.stream.Stream;

import io.tradewind.learning.architecture.ArchitectureCatalogue;
import io.tradewind.learning.architecture.ArchitectureDefinition;
import io.tradewind.learning.architecture.Family;
import io.tradewind.learning.bundle.Bundle;
import io.tradewind.learning.bundle.BundleWriter;
import io.tradewind.learning.prediction.Predictor;
import io.tradewind.learning.task.Forecast;
import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.feature.FeatureMatrix;
import io.tradewind.market.feature.FeaturePipeline;
import io.tradewind.market.feature.FeatureSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every architecture on the newest 2,000 hours of bitcoin, from candles to a forecast of the bundle that was written. */
class RealCandlesTest {

    private static final int CANDLES = 2_000;
    private static CandleSeries newest;

    @TempDir
    private Path folder;

    @BeforeAll
    static void read() {
        CandleSeries all = Markets.bitcoin().orElse(null);
        Assumptions.assumeTrue(all != null, "no real candles at hand: set TRADEWIND_SHARED to the folder above data/");
        newest = all.slice(all.size() - CANDLES, all.size());
    }

    static Stream<String> architectures() {
        return ArchitectureCatalogue.all().stream().map(ArchitectureDefinition::name);
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void trainsValidatesExportsReloadsAndForecasts(String architecture) {
        // Given
        boolean network = ArchitectureCatalogue.get(architecture).family() == Family.NETWORK;
        TrainingPlan plan =
                TrainingPlan.demo(architecture).epochs(network ? 2 : 20).build();

        // When
        TrainingResult result = Trainer.train(plan, newest, ProgressListener.NONE, new CancellationToken());
        BundleWriter.write(result, folder.resolve("bundle"));
        Bundle bundle = Bundle.open(folder.resolve("bundle"));

        // Then
        assertThat(result.evaluation().rows()).isGreaterThan(200);
        assertThat(bundle.manifest())
                .isEqualTo(Bundle.open(folder.resolve("bundle")).manifest());
        try (Predictor reloaded = Predictor.open(bundle)) {
            Forecast forecast = reloaded.predict(newestWindow(reloaded));
            assertThat(forecast.outputs())
                    .hasSize(bundle.manifest().outputNames().size());
            assertThat(forecast.confidence()).isBetween(0.0, 1.0);
            if (plan.task().classification()) {
                assertThat(forecast.outputs()[0] + forecast.outputs()[forecast.outputs().length - 1])
                        .isBetween(0.0, 1 + 1e-6);
            }
        }
    }

    /** The features of the newest candles, as a server would compute them. */
    private static double[] newestWindow(Predictor predictor) {
        FeatureSet features = FeatureSet.of(predictor.features());
        FeatureMatrix matrix = FeaturePipeline.of(features).compute(newest);
        double[] window = new double[predictor.window() * features.size()];
        double[] row = new double[features.size()];
        for (int step = 0; step < predictor.window(); step++) {
            matrix.copyRow(matrix.rows() - predictor.window() + step, row);
            System.arraycopy(row, 0, window, step * row.length, row.length);
        }
        return window;
    }
}
