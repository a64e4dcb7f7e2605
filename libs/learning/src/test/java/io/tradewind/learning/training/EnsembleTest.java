package io.tradewind.learning.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.tradewind.learning.bundle.Bundle;
import io.tradewind.learning.bundle.BundleMember;
import io.tradewind.learning.bundle.BundleRefusedException;
import io.tradewind.learning.bundle.BundleWriter;
import io.tradewind.learning.dataset.Samples;
import io.tradewind.learning.ensemble.Aggregation;
import io.tradewind.learning.prediction.Predictor;
import io.tradewind.learning.split.Division;
import io.tradewind.learning.split.LabelOverlap;
import io.tradewind.learning.split.Spans;
import io.tradewind.learning.task.Forecast;
import io.tradewind.learning.task.Task;
import io.tradewind.market.candle.CandleSeries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class EnsembleTest {

    private static final CandleSeries MARKET = Markets.synthetic(1500);
    private static final List<String> FEATURES =
            List.of("log_return_1", "return_mean_5", "return_zscore_20", "volatility_20");

    private static Map<String, Object> member(String architecture, double weight, Map<String, Object> hyperparameters) {
        return Map.of(
                "architecture",
                architecture,
                "weight",
                weight,
                "hyperparameters",
                hyperparameters,
                "epochs",
                architecture.equals("MLP") ? 2 : 15);
    }

    private static Map<String, Object> mixed(String aggregation) {
        return Map.of(
                "members",
                List.of(
                        member("MLP", 1, Map.of("units", List.of(6))),
                        member("XGBOOST", 2, Map.of("preset", "small")),
                        member("LIGHTGBM", 1, Map.of("preset", "small"))),
                "aggregation",
                aggregation);
    }

    private static TrainingPlan.Builder plan(Map<String, Object> hyperparameters) {
        return TrainingPlan.builder("ENSEMBLE").hyperparameters(hyperparameters).features(FEATURES);
    }

    private static TrainingResult train(TrainingPlan plan) {
        return Trainer.train(plan, MARKET, ProgressListener.NONE, new CancellationToken());
    }

    private static double[] windows(Predictor predictor, int count) {
        return new java.util.SplittableRandom(1)
                .doubles(
                        (long) count * predictor.window() * predictor.features().size(), -0.02, 0.02)
                .toArray();
    }

    @Test
    void thePricePredictorForecastsFourHorizonsWithItsMembersSpread(@TempDir Path folder) {
        // Given
        TrainingPlan plan = plan(Map.of("preset", "PRICE_PREDICTOR")).epochs(12).build();

        // When
        TrainingResult result = train(plan);
        Bundle bundle = BundleWriter.write(result, folder.resolve("bundle"));

        // Then
        assertThat(plan.task()).isEqualTo(Task.RETURN);
        assertThat(plan.horizons()).containsExactly(1, 5, 15, 60);
        assertThat(bundle.manifest().outputNames())
                .containsExactly("expectedReturn_1", "expectedReturn_5", "expectedReturn_15", "expectedReturn_60");
        assertThat(bundle.manifest().aggregation().weights()).containsExactly(new Double[] {0.4, 0.4, 0.2});
        assertThat(bundle.manifest().members())
                .extracting(BundleMember::file)
                .hasSize(12)
                .contains("member-1-xgboost-h1.json", "member-2-lightgbm-h60.txt", "member-3-random_forest-h15.txt");
        try (Predictor predictor = Predictor.open(bundle)) {
            Forecast forecast = predictor.predict(windows(predictor, 1));
            assertThat(forecast.outputs()).hasSize(4);
            assertThat(forecast.expectedReturn()).isEqualTo(forecast.outputs()[0]);
            assertThat(forecast.spreads()).hasSize(4);
            assertThat(Arrays.stream(forecast.spreads()).min().orElseThrow()).isPositive();
            assertThat(forecast.upper()).isGreaterThan(forecast.lower());
        }
        assertThat(result.evaluation().intervalCoverage()).isBetween(0.7, 1.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"weighted-mean", "median", "vote", "stacking"})
    void everyRuleTrainsStoresAndForecastsAlikeInBatchesAndAlone(String aggregation, @TempDir Path folder) {
        // When
        TrainingResult result = train(plan(mixed(aggregation)).build());
        Bundle bundle = BundleWriter.write(result, folder.resolve("bundle"));

        // Then
        assertThat(result.evaluation().directionalAccuracy()).isGreaterThan(0.5);
        try (Predictor predictor = Predictor.open(bundle)) {
            assertThat(predictor.window()).isEqualTo(8);
            assertThat(predictor.acceptsMissing()).isFalse();
            int length = predictor.window() * FEATURES.size();
            double[] windows = windows(predictor, 16);
            Forecast[] batch = predictor.predictBatch(windows, 16);
            double[] alone = IntStream.range(0, 16)
                    .parallel()
                    .mapToObj(i -> predictor.predict(Arrays.copyOfRange(windows, i * length, (i + 1) * length)))
                    .mapToDouble(Forecast::confidence)
                    .toArray();
            for (int i = 0; i < 16; i++) {
                assertThat(alone[i]).isCloseTo(batch[i].confidence(), within(1e-6));
                assertThat(batch[i].outputs()[0] + batch[i].outputs()[1]).isCloseTo(1, within(1e-9));
            }
        }
    }

    @Test
    void countsEpochsOnOverAllMembers() {
        // Given
        List<TrainingProgress> progress = new ArrayList<>();
        TrainingPlan plan = plan(mixed("weighted-mean")).build();

        // When
        Trainer.train(plan, MARKET, progress::add, new CancellationToken());

        // Then
        assertThat(progress).extracting(TrainingProgress::epoch).isSorted().doesNotHaveDuplicates();
        assertThat(progress.get(0).epochs()).isEqualTo(2 + 15 + 15);
        assertThat(progress.get(progress.size() - 1).epoch()).isGreaterThan(17);
    }

    @Test
    void treesWithSeveralHorizonsAreOneMemberInSeveralFiles(@TempDir Path folder) {
        // When
        TrainingResult result = train(TrainingPlan.demo("LIGHTGBM")
                .task(Task.RETURN)
                .horizons(List.of(4, 1))
                .features(FEATURES)
                .epochs(10)
                .build());
        Bundle bundle = BundleWriter.write(result, folder.resolve("bundle"));

        // Then
        assertThat(bundle.manifest().horizonBars()).isEqualTo(4);
        assertThat(bundle.manifest().modelFiles())
                .containsExactly("member-1-lightgbm-h4.txt", "member-1-lightgbm-h1.txt");
        try (Predictor predictor = Predictor.open(bundle)) {
            Forecast forecast = predictor.predict(windows(predictor, 1));
            assertThat(forecast.outputs()).hasSize(2);
            assertThat(forecast.spreads()).isEmpty();
            assertThat(predictor.acceptsMissing()).isTrue();
        }
    }

    @Test
    void stackingLearnsFromRowsItsMembersWereNotFittedOn() {
        // Given: labels that nothing explains, and a member that remembers its training rows nearly by heart
        Map<String, Object> memory = Map.of("maxDepth", 12, "minChildWeight", 0, "lambda", 0, "subsample", 1);
        TrainingPlan plan = plan(Map.of(
                        "members",
                        List.of(Map.of(
                                "architecture", "XGBOOST", "hyperparameters", memory, "epochs", 40, "patience", 40)),
                        "aggregation",
                        "stacking",
                        "ridge",
                        0.001))
                .task(Task.RETURN)
                .build();
        Material material = Material.prepare(plan, MARKET);
        Material senseless = LeakCanaries.permuted(material, 9);

        // When
        Fitted fitted = Fits.of(
                plan,
                senseless,
                new ProgressMonitor(plan, senseless, ProgressListener.NONE, new CancellationToken()),
                io.tradewind.learning.fit.Checkpoints.NONE);

        // Then: forecasts for its own rows would have earned it a factor of about one
        assertThat(fitted.aggregation().method()).isEqualTo(Aggregation.Method.STACKING);
        assertThat(fitted.aggregation().coefficients().get(0).get(1)).isLessThan(0.35);
    }

    @Test
    void foldsOfStackingArePurgedAndStayAmongTrainingRows() {
        // Given
        TrainingPlan plan = plan(mixed("stacking")).horizonBars(6).build();
        Material material = Material.prepare(plan, MARKET);
        Samples training = material.training();
        int[] labelEnds =
                IntStream.range(0, training.size()).map(training::labelEnd).toArray();
        Spans spans = new Spans(training.ends(), labelEnds);

        // When
        List<Division> folds = OutOfFold.folds(plan, training);

        // Then
        assertThat(folds).hasSize(3).allSatisfy(fold -> assertThat(LabelOverlap.count(fold, spans))
                .isZero());
        assertThat(folds.stream()
                        .flatMapToInt(fold -> Arrays.stream(fold.test()))
                        .sorted())
                .containsExactly(IntStream.range(0, training.size()).boxed().toArray(Integer[]::new));
        assertThat(Arrays.stream(labelEnds).max().orElseThrow())
                .isLessThan(material.validation().end(0));
    }

    @Test
    void needsAsManyCandlesAsItsMostDemandingMember() {
        TrainingPlan plan = plan(Map.of(
                        "members", List.of(Map.of("architecture", "XGBOOST"), Map.of("architecture", "LSTM"))))
                .build();

        assertThat(plan.minimumRows()).isEqualTo(252);
        assertThat(plan.window()).isEqualTo(32);
        assertThatThrownBy(
                        () -> Trainer.train(plan, MARKET.slice(0, 251), ProgressListener.NONE, new CancellationToken()))
                .hasMessage("ENSEMBLE needs at least 252 candles, there are 251");
    }

    @Test
    void refusesMembersThatCannotBe() {
        assertRefused(List.of(), "members must be a list of 1 to 16 members, was []");
        assertRefused(List.of(Map.of("weight", 1)), "members[0] must name its architecture");
        assertRefused(
                List.of(Map.of("architecture", "XGBOOST", "weight", -1)),
                "members[0]: weight must be between 0 and 1000000, was -1");
        assertRefused(
                List.of(Map.of("architecture", "XGBOOST", "weight", 0)),
                "weights of members must sum to more than 0, were all 0");
        assertRefused(
                List.of(Map.of("architecture", "ENSEMBLE")),
                "members[0] must be a single model's architecture, ensembles of ensembles are not trained");
        assertRefused(List.of(Map.of("architecture", "SVM")), "members[0]: architecture must be one of");
        assertRefused(List.of("XGBOOST"), "members[0] must be an object, was XGBOOST");
        assertRefused(List.of(Map.of("architecture", "XGBOOST", "share", 1)), "members[0] has no field share; it has");
        assertRefused(
                List.of(Map.of("architecture", "LSTM", "hyperparameters", Map.of("dropout", 2))),
                "members[0]: dropout must be between 0 and 0.9, was 2");
        assertThatThrownBy(() -> plan(Map.of("aggregation", "mode")).build())
                .hasMessage("aggregation must be one of [weighted-mean, median, vote, stacking], was mode");
        assertThatThrownBy(() -> plan(Map.of()).task(Task.PATTERNS).build())
                .hasMessage("task of XGBOOST must be one of [DIRECTION, THREE_WAY_DIRECTION, RETURN], was PATTERNS");
    }

    private static void assertRefused(List<?> members, String message) {
        assertThatThrownBy(() -> plan(Map.of("members", members)).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void manipulatedBundlesAreRefused(@TempDir Path folder) throws IOException {
        // Given
        TrainingResult result = train(plan(Map.of("preset", "small")).epochs(5).build());
        Path bundle = BundleWriter.write(result, folder.resolve("bundle")).directory();
        Path manifest = bundle.resolve("manifest.json");
        String good = Files.readString(manifest);

        // When / Then
        assertManifestRefused(
                bundle, good, "\"member\" : 2", "\"member\" : 3", "member 2 must give [down, up], gives []");
        assertManifestRefused(
                bundle, good, "\"weights\" : [ 0.4, 0.4, 0.2 ]", "\"weights\" : [ 0.4, 0.6 ]", "members must be");
        assertManifestRefused(bundle, good, "\"weights\" : [ 0.4,", "\"weights\" : [ 0.9,", "weights must sum to 1");
        assertManifestRefused(
                bundle,
                good,
                "\"modelFile\" : \"member-1-xgboost.json\"",
                "\"modelFile\" : \"member-2-lightgbm.txt\"",
                "modelFile must be the first member's");
        assertManifestRefused(
                bundle, good, "\"file\" : \"member-2-lightgbm.txt\"", "\"file\" : \"importance.json\"", "");
        Files.write(manifest, good.getBytes(StandardCharsets.UTF_8));
        Files.write(bundle.resolve("member-3-random_forest.txt"), new byte[] {1});
        assertThatThrownBy(() -> Bundle.open(bundle))
                .isInstanceOf(BundleRefusedException.class)
                .hasMessageContaining("member-3-random_forest.txt");
    }

    private static void assertManifestRefused(
            Path bundle, String good, String found, String replacement, String message) throws IOException {
        assertThat(good).contains(found);
        String bad = good.replaceFirst(java.util.regex.Pattern.quote(found), replacement);
        Files.write(bundle.resolve("manifest.json"), bad.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Predictor.open(Bundle.open(bundle)))
                .isInstanceOf(BundleRefusedException.class)
                .hasMessageContaining(message);
    }
}
