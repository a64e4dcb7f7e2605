package io.tradewind.training.job;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.tradewind.contracts.model.ModelStatus;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.learning.task.Task;
import io.tradewind.learning.training.TrainingPlan;
import io.tradewind.training.registration.RegistryModel;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JobRulesTest {

    private static final UUID MODEL = UUID.randomUUID();

    private static RegistryModel model(String architecture, String task, Map<String, Object> config) {
        return new RegistryModel(
                MODEL, "m", "alice", architecture, task, List.of("BTCUSD"), "1h", config, ModelStatus.DRAFT);
    }

    private static JobRequest request(
            Integer horizonBars, Map<String, Object> hyperparameters, String task, List<Integer> horizons) {
        return new JobRequest(
                MODEL,
                null,
                null,
                null,
                null,
                horizonBars,
                null,
                null,
                null,
                hyperparameters,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                task,
                horizons);
    }

    private static TrainingPlan plan(RegistryModel model, JobRequest request) {
        return JobRules.resolve(request, model, 0).plan();
    }

    @Test
    void passesHorizonsOnWithTheFirstAsThePrimaryOne() {
        RegistryModel model = model("LIGHTGBM", "RETURN", Map.of());

        assertThat(plan(model, request(null, null, null, List.of(4, 1))).horizons())
                .containsExactly(4, 1);
        assertThat(plan(model, request(4, null, "return", List.of(4, 1))).horizonBars())
                .isEqualTo(4);
        assertThat(plan(model, request(3, null, null, null)).horizons()).containsExactly(3);
        assertRefused(
                model,
                request(1, null, null, List.of(4, 1)),
                "horizonBars must be the first of horizons [4, 1], was 1");
        assertRefused(
                model("LIGHTGBM", "DIRECTION", Map.of()),
                request(null, null, null, List.of(4, 1)),
                "several horizons are for task RETURN only, DIRECTION takes one, were [4, 1]");
    }

    @Test
    void theTaskIsTheModelsOwn() {
        assertRefused(
                model("LIGHTGBM", "RETURN", Map.of()),
                request(null, null, "DIRECTION", null),
                "task must be the model's RETURN, was DIRECTION");
    }

    @Test
    void ensemblesComeFromTheModelsConfigOrTheJob() {
        TrainingPlan prices =
                plan(model("ENSEMBLE", "RETURN", Map.of("preset", "PRICE_PREDICTOR")), request(null, null, null, null));
        assertThat(prices.task()).isEqualTo(Task.RETURN);
        assertThat(prices.horizons()).containsExactly(1, 5, 15, 60);
        assertRefused(
                model("ENSEMBLE", "DIRECTION", Map.of()),
                request(null, Map.of("members", List.of(Map.of("architecture", "ENSEMBLE"))), null, null),
                "members[0] must be a single model's architecture, ensembles of ensembles are not trained");
    }

    @Test
    void theFurthestHorizonAndTheMostDemandingMemberDecideHowManyRowsAreNeeded() {
        JobRules.Wanted wanted = JobRules.resolve(
                request(null, null, null, null),
                model(
                        "ENSEMBLE",
                        "RETURN",
                        Map.of("members", List.of(Map.of("architecture", "MLP"), Map.of("architecture", "XGBOOST")))),
                0);

        assertThatThrownBy(() -> JobRules.requireRows(wanted, 100))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("ENSEMBLE needs at least 126 rows");
        JobRules.Wanted far =
                JobRules.resolve(request(null, null, null, List.of(1, 50)), model("XGBOOST", "RETURN", Map.of()), 0);
        assertThatThrownBy(() -> JobRules.requireRows(far, 100)).hasMessageContaining("50 of horizon");
    }

    private static void assertRefused(RegistryModel model, JobRequest request, String message) {
        assertThatThrownBy(() -> JobRules.resolve(request, model, 0))
                .isInstanceOf(ServiceException.class)
                .hasMessage(message);
    }
}
