package io.tradewind.learning.network;

import java.util.Arrays;
import java.util.Map;

import io.tradewind.learning.boosting.LightgbmFitter;
import io.tradewind.learning.boosting.XgboostFitter;
import io.tradewind.learning.fit.ClassWeights;
import io.tradewind.learning.fit.FitRequest;
import io.tradewind.learning.fit.FittedModel;
import io.tradewind.learning.fit.ModelFitter;
import io.tradewind.learning.task.Task;
import io.tradewind.learning.tree.TreeEnsemble;
import io.tradewind.learning.tree.TreeModels;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ClassWeightsTest {

    private static final Map<String, Object> BALANCED = Map.of("classWeights", "balanced");

    @Test
    void allClassesWeighTheSameInTotal() {
        // Given
        FitRequest request = Requests.rising("MLP", BALANCED);

        // When
        float[] rows = ClassWeights.ofRows(request, request.training()).orElseThrow();

        // Then
        double ups = 0;
        double downs = 0;
        for (int i = 0; i < rows.length; i++) {
            ups += request.training().classOf(i) == 1 ? rows[i] : 0;
            downs += request.training().classOf(i) == 0 ? rows[i] : 0;
        }
        assertThat(ups).isCloseTo(downs, within(1e-3)).isCloseTo(rows.length / 2.0, within(1e-3));
    }

    @Test
    void labelsWeighAsOftenAsTheyDoNotHold() {
        // Given
        FitRequest request = Requests.of("MLP", BALANCED, Task.PATTERNS);
        int held = 0;
        for (int i = 0; i < request.training().size(); i++) {
            held += request.training().target(i, 0) > 0 ? 1 : 0;
        }

        // When
        float[] weights = ClassWeights.of(request).orElseThrow();

        // Then
        assertThat(weights).hasSize(15);
        assertThat(weights[0]).isEqualTo((float) (request.training().size() - held) / held);
    }

    @Test
    void nothingIsWeighedUnlessAskedForAndNoReturnEver() {
        assertThat(ClassWeights.of(Requests.rising("MLP", Map.of()))).isEmpty();
        assertThat(ClassWeights.of(Requests.of("MLP", BALANCED, Task.RETURN))).isEmpty();
    }

    @Test
    void treesOnWeighedRowsForecastTheRareClassMore() {
        assertThat(meanUp("XGBOOST", new XgboostFitter(), BALANCED)).isCloseTo(0.5, within(0.1));
        assertThat(meanUp("XGBOOST", new XgboostFitter(), Map.of())).isGreaterThan(0.7);
        assertThat(meanUp("LIGHTGBM", new LightgbmFitter(false), BALANCED)).isCloseTo(0.5, within(0.1));
        assertThat(meanUp("LIGHTGBM", new LightgbmFitter(false), Map.of())).isGreaterThan(0.7);
    }

    private static double meanUp(String architecture, ModelFitter fitter, Map<String, Object> hyperparameters) {
        FitRequest request = Requests.rising(architecture, hyperparameters);
        FittedModel fitted = fitter.fit(request);
        TreeEnsemble trees = TreeModels.read(fitted.fileName(), fitted.bytes());
        float[] rows = request.training().matrix();
        int length = request.training().windowLength();
        double sum = 0;
        for (int i = 0; i < request.training().size(); i++) {
            sum += up(trees, Arrays.copyOfRange(rows, i * length, (i + 1) * length));
        }
        return sum / request.training().size();
    }

    private static double up(TreeEnsemble trees, float[] row) {
        double[] inputs = new double[row.length];
        Arrays.setAll(inputs, i -> row[i]);
        return trees.score(inputs, 0);
    }
}
