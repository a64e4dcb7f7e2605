package io.tradewind.inference.prediction;

import java.util.List;

import io.tradewind.inference.prediction.InputCheck.Accepted;
import io.tradewind.inference.prediction.InputCheck.Refused;
import io.tradewind.inference.prediction.PredictRules.Signature;
import io.tradewind.kit.problem.ErrorCode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PredictRulesTest {

    private static final Signature ROW = new Signature(1, List.of("a", "b"));
    private static final Signature WINDOW = new Signature(3, List.of("a", "b"));

    @Test
    void countsInstances() {
        assertThat(check(ROW, 4, 2)).isEqualTo(new Accepted(4));
        assertThat(check(ROW, 4, 1, 2)).isEqualTo(new Accepted(4));
        assertThat(check(WINDOW, 3, 2)).isEqualTo(new Accepted(1));
        assertThat(check(WINDOW, 5, 3, 2)).isEqualTo(new Accepted(5));
    }

    @Test
    void refusesEveryOtherShape() {
        for (int[] shape : new int[][] {{2}, {0}, {4, 3}, {4, 2, 2}, {0, 2}, {0, 1, 2}, {1, 0}}) {
            assertThat(check(ROW, shape)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code())
                    .isEqualTo(ErrorCode.WRONG_SHAPE));
        }
        assertThat(check(WINDOW, 2, 2)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.message())
                .isEqualTo("instances must have the shape [3, 2] or [n, 3, 2], had [2, 2]"));
    }

    @Test
    void saysWhereANumberIsNotFinite() {
        Tensor tensor = tensor(2, 3, 2);
        tensor.values()[9] = Double.NEGATIVE_INFINITY;

        Refused refused = (Refused) PredictRules.check(WINDOW, tensor, null, 10);

        assertThat(refused.code()).isEqualTo(ErrorCode.NOT_FINITE);
        assertThat(refused.members())
                .containsEntry("position", List.of(1, 1, 1))
                .containsEntry("actual", "-Infinity");
    }

    @Test
    void namesTheFeatureThatIsOutOfOrder() {
        assertThat(order(List.of("a", "b"))).isEqualTo(new Accepted(1));
        Refused swapped = (Refused) order(List.of("b", "a"));
        assertThat(swapped.code()).isEqualTo(ErrorCode.UNKNOWN_FEATURE_ORDER);
        assertThat(swapped.message()).isEqualTo("feature 0 must be 'a', was 'b'");
        assertThat(((Refused) order(List.of("a", "b", "c"))).message())
                .isEqualTo("there must be 2 feature names, were 3");
    }

    @Test
    void refusesMoreInstancesThanAllowed() {
        Refused refused = (Refused) PredictRules.check(ROW, tensor(11, 2), null, 10);

        assertThat(refused.code()).isEqualTo(ErrorCode.TOO_LARGE);
        assertThat(refused.members()).containsEntry("limit", 10).containsEntry("actual", 11);
    }

    private static InputCheck order(List<String> names) {
        return PredictRules.check(ROW, tensor(1, 2), names, 10);
    }

    private static InputCheck check(Signature model, int... shape) {
        return PredictRules.check(model, tensor(shape), null, 10);
    }

    private static Tensor tensor(int... shape) {
        int size = 1;
        for (int length : shape) {
            size *= length;
        }
        return new Tensor(new double[size], shape, null);
    }
}
