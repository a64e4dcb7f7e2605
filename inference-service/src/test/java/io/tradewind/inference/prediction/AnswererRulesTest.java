package io.tradewind.inference.prediction;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.tradewind.contracts.experiment.ExperimentChanged;
import io.tradewind.contracts.experiment.ExperimentStatus;
import io.tradewind.contracts.experiment.RandomisationUnit;
import io.tradewind.inference.experiment.Arm;
import io.tradewind.inference.experiment.MissingVersion;
import io.tradewind.inference.fixture.TestBundles;
import io.tradewind.inference.prediction.AnswererRules.Choice;
import io.tradewind.inference.prediction.AnswererRules.Choice.Answering;
import io.tradewind.inference.prediction.AnswererRules.Choice.Refused;
import io.tradewind.inference.serving.LoadedModel;
import io.tradewind.learning.bundle.Bundle;
import io.tradewind.learning.prediction.Predictor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class AnswererRulesTest {

    private static final UUID ASKED = new UUID(0, 1);
    private static final UUID TWIN = new UUID(0, 2);
    private static final UUID NETWORK = new UUID(0, 3);

    @TempDir
    Path folder;

    private final Map<UUID, LoadedModel> served = new HashMap<>();

    @BeforeEach
    void load() {
        served.put(ASKED, loaded(ASKED, TestBundles.tree(folder.resolve("a"), 1)));
        served.put(TWIN, loaded(TWIN, TestBundles.tree(folder.resolve("b"), 2)));
        served.put(NETWORK, loaded(NETWORK, TestBundles.network(folder.resolve("c"), 1)));
    }

    @Test
    void staysWithTheModelThatWasAskedOutsideExperiments() {
        assertThat(choose(List.of())).isEqualTo(new Answering(ASKED, null));
    }

    @Test
    void letsTheArmsModelAnswerWhereItTakesTheSameInput() {
        Arm arm = arm("alice", TWIN, null);

        assertThat(choose(List.of(arm))).isEqualTo(new Answering(TWIN, arm));
    }

    @Test
    void tagsTheModelThatWasAskedWhenItIsTheArms() {
        Arm arm = arm("alice", ASKED, 1);

        assertThat(choose(List.of(arm))).isEqualTo(new Answering(ASKED, arm));
    }

    @Test
    void staysWithTheModelThatWasAskedWhereTheArmsCannotAnswer() {
        assertThat(choose(List.of(arm("alice", NETWORK, null)))).isEqualTo(new Answering(ASKED, null));
        assertThat(choose(List.of(arm("alice", new UUID(9, 9), null)))).isEqualTo(new Answering(ASKED, null));
        assertThat(choose(List.of(arm("mallory", TWIN, null)))).isEqualTo(new Answering(ASKED, null));
    }

    @Test
    void answersWithNoOtherVersionThanTheOneAnArmIsPinnedTo() {
        Arm other = arm("alice", TWIN, 9);
        Arm gone = arm("alice", new UUID(9, 9), 2);

        assertThat(choose(List.of(other))).isEqualTo(new Refused(other, new MissingVersion(TWIN, 9, 1)));
        assertThat(choose(List.of(gone))).isEqualTo(new Refused(gone, new MissingVersion(new UUID(9, 9), 2, null)));
        assertThat(choose(List.of(arm("mallory", TWIN, 9)))).isEqualTo(new Answering(ASKED, null));
    }

    @Test
    void saysWhatAnArmLacks() {
        assertThat(new MissingVersion(TWIN, 9, 1).reason())
                .isEqualTo("it is pinned to version 9 of model %s, and version 1 is served".formatted(TWIN));
        assertThat(new MissingVersion(TWIN, 9, null).reason())
                .isEqualTo("it is pinned to version 9 of model %s, and none is served".formatted(TWIN));
    }

    private Choice choose(List<Arm> arms) {
        return AnswererRules.choose(ASKED, "alice", arms, id -> Optional.ofNullable(served.get(id)));
    }

    private static LoadedModel loaded(UUID modelId, Bundle bundle) {
        return new LoadedModel(
                new LoadedModel.Identity(modelId, 1, bundle.digest()),
                bundle.manifest(),
                Predictor.open(bundle),
                new LoadedModel.Facts(Optional.of(TestBundles.FEATURES), 10, false, 1, Instant.EPOCH),
                Runnable::run);
    }

    private static Arm arm(String owner, UUID assigned, @Nullable Integer version) {
        var control = new ExperimentChanged.Variant("control", ASKED, null, 0.5, true);
        var treatment = new ExperimentChanged.Variant("treatment", assigned, version, 0.5, false);
        var experiment = new ExperimentChanged(
                new UUID(5, 5),
                "x",
                owner,
                ExperimentStatus.RUNNING,
                RandomisationUnit.REQUEST,
                "seed",
                List.of(),
                null,
                1,
                1,
                List.of(control, treatment),
                1,
                Instant.EPOCH);
        return new Arm(experiment, treatment, "unit");
    }
}
