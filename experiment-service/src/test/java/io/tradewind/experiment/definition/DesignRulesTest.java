package io.tradewind.experiment.definition;

import java.util.List;
import java.util.UUID;

import io.tradewind.contracts.experiment.RandomisationUnit;
import io.tradewind.experiment.definition.CreateExperimentRequest.VariantRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DesignRulesTest {

    private static final VariantRequest CONTROL = variant("a", null, true);
    private static final VariantRequest TREATMENT = variant("b", null, false);

    @Test
    void fillsInWhatIsLeftOut() {
        Design design = DesignRules.design(request("n", List.of(CONTROL, TREATMENT), null, null));

        assertThat(design.unit()).isEqualTo(RandomisationUnit.CANDLE);
        assertThat(design.primaryMetric()).isEqualTo(PrimaryMetric.ACCURACY);
        assertThat(design.minimumSampleSize()).isEqualTo(1_000);
        assertThat(design.significance()).isEqualTo(0.05);
        assertThat(design.coverage()).isEqualTo(1);
        assertThat(design.variants()).extracting("weight").containsExactly(0.5, 0.5);
        assertThat(design.control().name()).isEqualTo("a");
        assertThat(design.treatments()).extracting("name").containsExactly("b");
    }

    @Test
    void namesWhatIsWrong() {
        refuses(request(" ", List.of(CONTROL, TREATMENT), null, null), "name must have 1 to 200 characters, had 0");
        refuses(request("n", List.of(CONTROL), null, null), "variants must be 2 to 20, were 1");
        refuses(request("n", List.of(CONTROL, CONTROL), null, null), "variants[1].name 'a' is taken");
        refuses(
                request("n", List.of(TREATMENT, variant("c", null, false)), null, null),
                "exactly one variant must be the control, were 0");
        refuses(
                request("n", List.of(variant("a", 0.5, true), variant("b", 0.4, false)), null, null),
                "weights of the variants must add up to 1, were 0.9");
        refuses(
                request("n", List.of(CONTROL, new VariantRequest("b", null, null, null, false)), null, null),
                "variants[1].modelId is required");
        refuses(
                request("n", List.of(CONTROL, new VariantRequest("b", UUID.randomUUID(), 0, null, false)), null, null),
                "variants[1].modelVersion must be >= 1, was 0");
        refuses(
                request("n", List.of(CONTROL, TREATMENT), 0.9, null),
                "significance must be between 1.0E-9 and 0.5, was 0.9");
        refuses(
                request("n", List.of(CONTROL, TREATMENT), null, Double.NaN),
                "coverage must be between 1.0E-9 and 1.0, was NaN");
    }

    private static void refuses(CreateExperimentRequest request, String message) {
        assertThatThrownBy(() -> DesignRules.design(request))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static VariantRequest variant(String name, @Nullable Double weight, boolean control) {
        return new VariantRequest(name, UUID.randomUUID(), null, weight, control);
    }

    private static CreateExperimentRequest request(
            String name, List<VariantRequest> variants, @Nullable Double significance, @Nullable Double coverage) {
        return new CreateExperimentRequest(
                name, null, null, null, null, null, variants, null, null, significance, coverage, null);
    }
}
