package io.tradewind.learning.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.tradewind.learning.bundle.Bundle;
import io.tradewind.learning.bundle.BundleDraft;
import io.tradewind.learning.bundle.BundleWriter;
import io.tradewind.learning.evaluation.Evaluation;
import io.tradewind.learning.evaluation.GatePolicy;
import io.tradewind.learning.foreign.ForeignModel;
import io.tradewind.learning.foreign.ForeignSchema;
import io.tradewind.learning.task.Task;
import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.feature.FeatureSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A model that was trained here, taken in as if by others, is judged as it was judged here. */
class ForeignTrialTest {

    private static final CandleSeries MARKET = Markets.synthetic(1500);
    private static final List<String> FEATURES = List.of("log_return_1", "return_mean_5", "volatility_20");

    @TempDir
    private Path folder;

    private static TrainingResult trained() {
        return Trainer.train(
                TrainingPlan.builder("MLP")
                        .hyperparameters(Map.of("units", List.of(8)))
                        .features(FEATURES)
                        .window(2)
                        .epochs(6)
                        .learningRate(0.01)
                        .build(),
                MARKET.slice(0, 1000),
                ProgressListener.NONE,
                new CancellationToken());
    }

    private static ForeignModel foreign(byte[] onnx) {
        return ForeignModel.of(
                ForeignSchema.onCatalogue(Task.DIRECTION, List.of(1), 2, FeatureSet.of(FEATURES), "SYNTH", "1h"), onnx);
    }

    @Test
    void isJudgedOnCandlesItNeverSaw() {
        // When
        CandleSeries unseen = MARKET.slice(900, 1500);
        BundleDraft judged = ForeignTrial.judge(foreign(trained().model()), unseen, 5, 1, GatePolicy.DEFAULT);
        Bundle bundle = BundleWriter.write(judged, folder.resolve("bundle"));

        // Then
        Evaluation evaluation = bundle.evaluation();
        assertThat(evaluation.accuracy()).isGreaterThan(0.5);
        assertThat(evaluation.rows()).isBetween(550, 600);
        assertThat(evaluation.splits().method()).isEqualTo("declared-unseen");
        assertThat(evaluation.majorityBaseline()).isGreaterThanOrEqualTo(0.5);
        assertThat(evaluation.baselines()).containsOnlyKeys("majority", "repeatLast", "movingAverageCross");
        assertThat(evaluation.slippageBps()).isEqualTo(1);
        assertThat(bundle.reference().features()).hasSize(3);
        assertThat(bundle.reference().outputs()).hasSize(2);
    }

    @Test
    void refusesTooFewCandlesAndFeaturesItCannotCompute() {
        ForeignModel model = foreign(trained().model());

        assertThatThrownBy(() -> ForeignTrial.judge(model, MARKET.slice(0, 100), 5, 0, GatePolicy.DEFAULT))
                .isInstanceOf(TrainingRefusedException.class)
                .hasMessageMatching("a judgement needs at least 100 usable rows, 100 candles leave \\d+ after .*");
        ForeignModel own = ForeignModel.of(
                ForeignSchema.onOwnFeatures(Task.DIRECTION, List.of(1), 2, List.of("a", "b", "c"), "SYNTH", "1h"),
                model.model());
        assertThatThrownBy(() -> ForeignTrial.judge(own, MARKET, 5, 0, GatePolicy.DEFAULT))
                .isInstanceOf(TrainingRefusedException.class)
                .hasMessage("features of its owner's own cannot be computed from candles: [a, b, c]");
    }
}
