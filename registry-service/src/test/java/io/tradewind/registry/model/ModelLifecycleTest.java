package io.tradewind.registry.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.tradewind.contracts.model.DeploymentState;
import io.tradewind.contracts.model.DeploymentStatus;
import io.tradewind.contracts.model.ModelStatus;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ModelLifecycleTest {
    private static final UUID JOB = UUID.randomUUID();
    private static final Model DRAFT = Model.draft(
            UUID.randomUUID(),
            new ModelProfile("m", "alice", "LSTM", "DIRECTION", List.of(), null, "", Map.of(), List.of()),
            Instant.EPOCH);

    @Test
    void goesFromDraftThroughTrainingReadyAndActiveToArchived() {
        // Given
        Model training = moved(DRAFT, new LifecycleStep.TrainingStarted(JOB));
        Model trained = moved(training, new LifecycleStep.VersionReady(1));
        Model ready = moved(trained, new LifecycleStep.TrainingEnded(JOB));
        Model active = moved(ready, new LifecycleStep.DeploymentMoved(serving(1)));

        // When
        Model archived = moved(active, new LifecycleStep.Archive());

        // Then
        assertThat(List.of(DRAFT, training, trained, ready, active, archived))
                .extracting(Model::status)
                .containsExactly(
                        ModelStatus.DRAFT,
                        ModelStatus.TRAINING,
                        ModelStatus.TRAINING,
                        ModelStatus.READY,
                        ModelStatus.ACTIVE,
                        ModelStatus.ARCHIVED);
        assertThat(archived.deployment().targetVersion()).isNull();
        assertThat(archived.deployment().activeVersion()).isNull();
        assertThat(archived.deployment().revision())
                .isEqualTo(active.deployment().revision() + 1);
    }

    @Test
    void aModelThatIsRetrainedWhileItServesStaysActive() {
        Model active = moved(DRAFT, new LifecycleStep.DeploymentMoved(serving(1)));

        Model retrained = moved(active, new LifecycleStep.TrainingStarted(JOB));

        assertThat(retrained.status()).isEqualTo(ModelStatus.ACTIVE);
        assertThat(retrained.runningJobs()).containsExactly(JOB);
    }

    @Test
    void aJobThatEndsWithoutAVersionLeavesADraft() {
        Model training = moved(DRAFT, new LifecycleStep.TrainingStarted(JOB));

        assertThat(moved(training, new LifecycleStep.TrainingEnded(JOB)).status())
                .isEqualTo(ModelStatus.DRAFT);
    }

    @Test
    void theSameFactTwiceChangesNothing() {
        Model training = moved(DRAFT, new LifecycleStep.TrainingStarted(JOB));

        assertThat(ModelLifecycle.apply(training, new LifecycleStep.TrainingStarted(JOB)))
                .isEqualTo(new ModelLifecycle.Outcome.Unchanged());
        assertThat(ModelLifecycle.apply(DRAFT, new LifecycleStep.TrainingEnded(JOB)))
                .isEqualTo(new ModelLifecycle.Outcome.Unchanged());
        assertThat(ModelLifecycle.apply(DRAFT, new LifecycleStep.DeploymentMoved(DRAFT.deployment())))
                .isEqualTo(new ModelLifecycle.Outcome.Unchanged());
    }

    @Test
    void refusesToArchiveWhileAJobRuns() {
        Model training = moved(DRAFT, new LifecycleStep.TrainingStarted(JOB));

        assertThat(refusal(training, new LifecycleStep.Archive())).contains(JOB.toString());
    }

    @Test
    void refusesToDeleteWhatIsDeployed() {
        Model active = moved(DRAFT, new LifecycleStep.DeploymentMoved(serving(1)));

        assertThat(refusal(active, new LifecycleStep.Delete())).contains("undeploy");
    }

    @Test
    void anArchivedModelTakesNeitherVersionsNorDeployments() {
        Model archived = moved(DRAFT, new LifecycleStep.Archive());

        assertThat(refusal(archived, new LifecycleStep.VersionReady(1))).contains("archived");
        assertThat(refusal(archived, new LifecycleStep.DeploymentMoved(serving(1))))
                .contains("archived");
        assertThat(ModelLifecycle.apply(archived, new LifecycleStep.Archive()))
                .isEqualTo(new ModelLifecycle.Outcome.Unchanged());
    }

    @Test
    void comesBackFromTheArchiveToWhereItsFactsPutIt() {
        Model archived = moved(moved(DRAFT, new LifecycleStep.VersionReady(3)), new LifecycleStep.Archive());

        Model restored = moved(archived, new LifecycleStep.Restore());

        assertThat(restored.status()).isEqualTo(ModelStatus.READY);
        assertThat(restored.latestReadyVersion()).isEqualTo(3);
        assertThat(ModelLifecycle.apply(restored, new LifecycleStep.Restore()))
                .isEqualTo(new ModelLifecycle.Outcome.Unchanged());
    }

    @Test
    void theHighestReadyVersionCountsWhateverTheOrder() {
        Model second = moved(DRAFT, new LifecycleStep.VersionReady(2));

        assertThat(moved(second, new LifecycleStep.VersionReady(1)).latestReadyVersion())
                .isEqualTo(2);
    }

    @Test
    void nothingHappensToADeletedModel() {
        Model deleted = moved(DRAFT, new LifecycleStep.Delete());

        assertThat(deleted.status()).isEqualTo(ModelStatus.DELETED);
        assertThat(refusal(deleted, new LifecycleStep.TrainingStarted(JOB))).contains("deleted");
    }

    private static Model moved(Model model, LifecycleStep step) {
        return ((ModelLifecycle.Outcome.Moved) ModelLifecycle.apply(model, step)).model();
    }

    private static String refusal(Model model, LifecycleStep step) {
        return ((ModelLifecycle.Outcome.Refused) ModelLifecycle.apply(model, step)).reason();
    }

    private static DeploymentState serving(int version) {
        return new DeploymentState(DeploymentStatus.ACTIVE, 1, version, "d", version, "d", null);
    }
}
