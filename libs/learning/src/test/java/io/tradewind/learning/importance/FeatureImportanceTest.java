package io.tradewind.learning.importance;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.tradewind.learning.bundle.BundleJson;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Bundles outlive the code: what was written before contributions were measured is read, and the other way round. */
class FeatureImportanceTest {

    /** The document as it was before. */
    private record Earlier(String method, int rows, int repeats, List<EarlierEntry> features) {}

    private record EarlierEntry(String name, double importance, double deviation, double gain) {}

    private static FeatureImportance measured() {
        FeatureImportance permuted = new FeatureImportance(
                "permutation",
                400,
                3,
                List.of(
                        new FeatureImportance.Entry("rsi_14", 0.1, 0.01, Double.NaN),
                        new FeatureImportance.Entry("roc_5", 0.02, 0.01, Double.NaN)));
        Contributions contributions = new Contributions(
                "sampled-shapley",
                "probability",
                List.of("rsi_14", "roc_5"),
                8,
                0.5,
                new double[][] {{0.2, 0}, {-0.1, 0}},
                new double[] {0.7, 0.4},
                new double[][] {{70, 1}, {40, 1}});
        return permuted.with(
                contributions, List.of(new PartialDependence("rsi_14", List.of(40.0, 70.0), List.of(0.4, 0.7))));
    }

    @Test
    void saysHowMuchAndInWhichDirectionEachFeatureContributes() {
        FeatureImportance.Entry rsi = measured().features().get(0);

        assertThat(rsi.contribution()).isEqualTo((0.2 + 0.1) / 2);
        assertThat(rsi.effect()).isEqualTo(1);
        assertThat(measured().features().get(1).effect()).isNull();
        assertThat(measured().contributions().base()).isEqualTo(0.5);
        assertThat(measured().contributions().largestGap()).isLessThan(1e-15);
    }

    @Test
    void isReadAsItWasWritten() {
        assertThat(BundleJson.read(BundleJson.write(measured()), FeatureImportance.class, "importance.json"))
                .isEqualTo(measured());
    }

    @Test
    void earlierCodeReadsIt() {
        Earlier earlier = BundleJson.read(BundleJson.write(measured()), Earlier.class, "importance.json");

        assertThat(earlier.features()).extracting(EarlierEntry::name).containsExactly("rsi_14", "roc_5");
        assertThat(earlier.features().get(0).importance()).isEqualTo(0.1);
    }

    @Test
    void earlierDocumentsAreRead() {
        String json = """
                {"method": "permutation", "rows": 10, "repeats": 3, "features": [
                  {"name": "rsi_14", "importance": 0.1, "deviation": 0.01, "gain": "NaN"}]}
                """;

        FeatureImportance read =
                BundleJson.read(json.getBytes(StandardCharsets.UTF_8), FeatureImportance.class, "importance.json");

        assertThat(read.contributions()).isNull();
        assertThat(read.dependence()).isEmpty();
        assertThat(read.features())
                .containsExactly(new FeatureImportance.Entry("rsi_14", 0.1, 0.01, Double.NaN, null, null));
    }
}
