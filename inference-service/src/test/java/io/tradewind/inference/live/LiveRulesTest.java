package io.tradewind.inference.live;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.tradewind.contracts.experiment.ExperimentChanged;
import io.tradewind.contracts.experiment.ExperimentStatus;
import io.tradewind.contracts.experiment.RandomisationUnit;
import io.tradewind.contracts.model.DeploymentState;
import io.tradewind.inference.experiment.Arm;
import io.tradewind.inference.experiment.MissingVersion;
import io.tradewind.inference.fixture.Models;
import io.tradewind.inference.live.LiveRules.Planned;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LiveRulesTest {

    private final Models control = Models.of("BTCUSD");
    private final Models treatment = Models.of("BTCUSD");
    private final Models bystander = Models.of("BTCUSD");
    private final List<Candidate> all = List.of(loaded(control, 1), loaded(treatment, 2), loaded(bystander, 3));

    @Test
    void letsEveryModelPredictOutsideExperiments() {
        assertThat(LiveRules.plan(all, List.of())).containsExactly(plain(control), plain(treatment), plain(bystander));
    }

    @Test
    void letsOnlyTheArmOfAnExperimentsModelsPredict() {
        Arm arm = arm("alice", treatment, null);

        assertThat(LiveRules.plan(all, List.of(arm)))
                .containsExactlyInAnyOrder(new Planned(treatment.id(), arm), plain(bystander));
    }

    @Test
    void letsNobodyPredictForAnArmWhoseVersionIsNotServed() {
        assertThat(LiveRules.plan(all, List.of(arm("alice", treatment, 7)))).containsExactly(plain(bystander));
        assertThat(LiveRules.plan(all, List.of(arm("alice", treatment, 2)))).hasSize(2);
    }

    @Test
    void namesTheArmWhosePinnedVersionIsNotServed() {
        Arm other = arm("alice", treatment, 7);
        List<Candidate> withoutTreatment = List.of(loaded(control, 1));

        assertThat(LiveRules.refused(all, List.of(other)))
                .isEqualTo(Map.of(other, new MissingVersion(treatment.id(), 7, 2)));
        assertThat(LiveRules.refused(withoutTreatment, List.of(other)))
                .isEqualTo(Map.of(other, new MissingVersion(treatment.id(), 7, null)));
        assertThat(LiveRules.refused(List.of(loaded(bystander, 3)), List.of(other)))
                .isEmpty();
        assertThat(LiveRules.refused(all, List.of(arm("alice", treatment, 2), arm("mallory", treatment, 7))))
                .isEmpty();
    }

    @Test
    void ignoresAnExperimentOverSomebodyElsesModels() {
        assertThat(LiveRules.plan(all, List.of(arm("mallory", treatment, null))))
                .containsExactly(plain(control), plain(treatment), plain(bystander));
    }

    @Test
    void fitsSymbolAndTimeframe() {
        Candidate bound = loaded(control, 1);
        Candidate anySymbol = loaded(new Models(UUID.randomUUID(), "alice", List.of(), "1h"), 1);
        Candidate asTrained = loaded(new Models(UUID.randomUUID(), "alice", List.of(), ""), 1);

        assertThat(bound.fits("BTCUSD", "1h")).isTrue();
        assertThat(bound.fits("ETHUSD", "1h")).isFalse();
        assertThat(bound.fits("BTCUSD", "4h")).isFalse();
        assertThat(anySymbol.fits("ETHUSD", "1h")).isTrue();
        assertThat(asTrained.fits("ETHUSD", "15m")).isTrue();
        assertThat(asTrained.fits("ETHUSD", "1h")).isFalse();
    }

    private static Planned plain(Models model) {
        return new Planned(model.id(), null);
    }

    private static Candidate loaded(Models model, int version) {
        return new Candidate(model.state(1, DeploymentState.none()), version, "XGBOOST", "15m", Instant.EPOCH);
    }

    private Arm arm(String owner, Models assigned, @Nullable Integer version) {
        var first = new ExperimentChanged.Variant("control", control.id(), null, 0.5, true);
        var second = new ExperimentChanged.Variant("treatment", assigned.id(), version, 0.5, false);
        UUID id = UUID.randomUUID();
        var experiment = new ExperimentChanged(
                id,
                "x",
                owner,
                ExperimentStatus.RUNNING,
                RandomisationUnit.CANDLE,
                id.toString(),
                List.of(),
                null,
                1,
                1,
                List.of(first, second),
                1,
                Instant.EPOCH);
        return new Arm(experiment, second, "BTCUSD|1h|0");
    }
}
