package io.tradewind.inference.prediction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TensorDeserializerTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Property(tries = 100)
    void readsEveryRectangularTensor(
            @ForAll @IntRange(min = 1, max = 5) int count,
            @ForAll @IntRange(min = 1, max = 5) int rows,
            @ForAll @IntRange(min = 1, max = 5) int columns)
            throws JsonProcessingException {
        double[][][] nested = new double[count][rows][columns];
        double[] flat = new double[count * rows * columns];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = i * 0.25 - 3;
            nested[i / (rows * columns)][i / columns % rows][i % columns] = flat[i];
        }

        Tensor tensor = read(JSON.writeValueAsString(nested));

        assertThat(tensor.shape()).containsExactly(count, rows, columns);
        assertThat(tensor.values()).isEqualTo(flat);
        assertThat(tensor.ragged()).isNull();
    }

    @Test
    void remembersWhereSiblingsDiffer() throws JsonProcessingException {
        assertThat(read("[[1, 2], [3]]").ragged()).isEqualTo("an array of level 2 has 1 elements where others have 2");
        assertThat(read("[[[1]], [[1], [2]]]").ragged()).contains("level 2 has 2 elements");
        assertThat(read("[1, [2]]").ragged()).contains("mixed");
        assertThat(read("[[1], 2]").ragged()).contains("mixed");
        assertThat(read("[[[1]], [2]]").ragged()).contains("mixed");
    }

    @Test
    void readsWhatIsNoNumberAsSuch() throws JsonProcessingException {
        assertThat(read("[[NaN, \"NaN\", null]]").values()).containsOnly(Double.NaN);
        assertThat(read("[[Infinity, \"Infinity\", 1e400]]").values()).containsOnly(Double.POSITIVE_INFINITY);
        assertThat(read("[[-Infinity, \"-Infinity\"]]").values()).containsOnly(Double.NEGATIVE_INFINITY);
    }

    @Test
    void readsEmptyArrays() throws JsonProcessingException {
        assertThat(read("[]").shape()).containsExactly(0);
        assertThat(read("[[]]").shape()).containsExactly(1, 0);
    }

    @Test
    void refusesWhatIsNoTensor() {
        for (String text : new String[] {"7", "\"x\"", "{}", "[[true]]", "[[\"one\"]]", "[[[[1]]]]", "[[{}]]"}) {
            assertThatExceptionOfType(MismatchedInputException.class)
                    .as(text)
                    .isThrownBy(() -> read(text))
                    .withMessageContaining("instances must");
        }
    }

    private static Tensor read(String text) throws JsonProcessingException {
        return JSON.reader()
                .with(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .forType(Tensor.class)
                .readValue(text);
    }
}
