package io.tradewind.registry.model;

import java.util.List;
import java.util.Map;

import io.tradewind.kit.problem.ServiceException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProfileRulesTest {

    @Test
    void fillsInWhatAClientLeavesOut() {
        ModelProfile profile = ProfileRules.profile(request(" Momentum ", "lstm", null, null, null), "alice");

        assertThat(profile)
                .isEqualTo(new ModelProfile(
                        "Momentum", "alice", "LSTM", "DIRECTION", List.of(), null, "", Map.of(), List.of()));
    }

    @Test
    void refusesWhatTheCatalogueDoesNotHaveAndSaysWhatItHas() {
        assertThatThrownBy(() -> ProfileRules.profile(request("m", "PERCEPTRON", null, null, null), "alice"))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("LSTM")
                .hasMessageContaining("'PERCEPTRON'");
        assertThatThrownBy(() -> ProfileRules.profile(request("m", "LSTM", "POETRY", null, null), "alice"))
                .hasMessageContaining("DIRECTION")
                .hasMessageContaining("'POETRY'");
        assertThatThrownBy(() -> ProfileRules.profile(request("m", "LSTM", null, "7h", null), "alice"))
                .hasMessageContaining("timeframe")
                .hasMessageContaining("7h");
        assertThatThrownBy(() -> ProfileRules.profile(request("m", "LSTM", null, null, Map.of("dropout", 2)), "alice"))
                .hasMessageContaining("dropout")
                .hasMessageContaining("0.9");
    }

    @Test
    void takesModelsThatOthersTrained() {
        ModelProfile profile = ProfileRules.profile(request("theirs", "onnx", "RETURN", "1h", null), "alice");

        assertThat(profile.architecture()).isEqualTo("ONNX");
        assertThat(profile.task()).isEqualTo("RETURN");
        assertThatThrownBy(() -> ProfileRules.profile(request("m", "ONNX", null, null, Map.of("units", 3)), "alice"))
                .isInstanceOf(ServiceException.class)
                .hasMessage("config: a model that is not trained here has no hyper-parameters, had [units]");
    }

    @Test
    void theTaskIsOneTheArchitectureLearns() {
        assertThatThrownBy(() -> ProfileRules.profile(request("m", "XGBOOST", "PATTERNS", null, null), "alice"))
                .hasMessage("task of XGBOOST must be one of [DIRECTION, THREE_WAY_DIRECTION, RETURN], was 'PATTERNS'");
        assertThat(ProfileRules.profile(request("m", "LSTM", "three_way_direction", null, null), "alice")
                        .task())
                .isEqualTo("THREE_WAY_DIRECTION");
        assertThat(ProfileRules.profile(
                                request("m", "ENSEMBLE", null, null, Map.of("preset", "PRICE_PREDICTOR")), "alice")
                        .task())
                .isEqualTo("RETURN");
        assertThatThrownBy(() -> ProfileRules.profile(
                        request("m", "ENSEMBLE", null, null, Map.of("members", List.of())), "alice"))
                .hasMessageContaining("members must be a list of 1 to 16 members");
    }

    @Test
    void changesOnlyWhatAPatchNames() {
        ModelProfile profile = ProfileRules.profile(request("m", "LSTM", null, "1h", null), "alice");

        ModelProfile patched = ProfileRules.patched(
                profile,
                new PatchModelRequest(null, "why", List.of("BTCUSD", "BTCUSD"), null, null, List.of(" fast ")));

        assertThat(patched)
                .isEqualTo(new ModelProfile(
                        "m", "alice", "LSTM", "DIRECTION", List.of("BTCUSD"), "1h", "why", Map.of(), List.of("fast")));
    }

    @Test
    void anEmptyTimeframeUnbindsAndABlankNameIsRefused() {
        ModelProfile profile = ProfileRules.profile(request("m", "LSTM", null, "1h", null), "alice");

        assertThat(ProfileRules.patched(profile, new PatchModelRequest(null, null, null, "", null, null))
                        .timeframe())
                .isNull();
        assertThatThrownBy(
                        () -> ProfileRules.patched(profile, new PatchModelRequest(" ", null, null, null, null, null)))
                .hasMessageContaining("blank");
        assertThatThrownBy(() -> ProfileRules.patched(
                        profile, new PatchModelRequest(null, null, null, null, Map.of("units", "many"), null)))
                .hasMessageContaining("units");
    }

    private static CreateModelRequest request(
            String name, String architecture, String task, String timeframe, Map<String, Object> config) {
        return new CreateModelRequest(name, architecture, task, null, timeframe, null, config, null);
    }
}
