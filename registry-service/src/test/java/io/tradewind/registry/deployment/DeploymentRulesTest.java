package io.tradewind.registry.deployment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.tradewind.contracts.model.DeploymentState;
import io.tradewind.contracts.model.DeploymentStatus;
import io.tradewind.contracts.model.ModelLoadFailed;
import io.tradewind.contracts.model.VersionStatus;
import io.tradewind.registry.replica.LiveReplica;
import io.tradewind.registry.version.ModelVersion;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeploymentRulesTest {
    private static final UUID MODEL = UUID.randomUUID();
    private static final Map<String, Object> PASSED = Map.of("gates", Map.of("passed", true, "checks", List.of()));
    private static final Map<String, Object> CHECK = Map.of("name", "profitFactor", "passed", false);
    private static final Map<String, Object> FAILED =
            Map.of("gates", Map.of("passed", false, "checks", List.of(CHECK)));

    @Nested
    class Deploying {

        @Test
        void setsTheTargetAndKeepsWhatIsActive() {
            DeploymentState next = accepted(DeploymentRules.deploy(active(1), ready(2, PASSED), to(2, 1)));

            assertThat(next).isEqualTo(new DeploymentState(DeploymentStatus.DEPLOYING, 6, 2, "d2", 1, "d1", null));
        }

        @Test
        void theFirstDeploymentExpectsNone() {
            assertThat(accepted(DeploymentRules.deploy(DeploymentState.none(), ready(1, PASSED), to(1, null))))
                    .isEqualTo(new DeploymentState(DeploymentStatus.DEPLOYING, 1, 1, "d1", null, null, null));
        }

        @Test
        void refusesAStaleExpectation() {
            assertThat(DeploymentRules.deploy(active(1), ready(2, PASSED), to(2, null)))
                    .isEqualTo(new DeploymentRules.Decision.Stale(null, 1));
            assertThat(DeploymentRules.deploy(DeploymentState.none(), ready(2, PASSED), to(2, 1)))
                    .isEqualTo(new DeploymentRules.Decision.Stale(1, null));
        }

        @Test
        void theSameTargetAgainChangesNothingUnlessItFailed() {
            DeploymentState failed = new DeploymentState(DeploymentStatus.FAILED, 5, 1, "d1", null, null, "no memory");

            assertThat(DeploymentRules.deploy(active(1), ready(1, PASSED), to(1, 1)))
                    .isEqualTo(new DeploymentRules.Decision.Unchanged());
            assertThat(accepted(DeploymentRules.deploy(failed, ready(1, PASSED), to(1, 1)))
                            .status())
                    .isEqualTo(DeploymentStatus.DEPLOYING);
        }

        @Test
        void refusesAVersionThatIsNotReady() {
            ModelVersion pending = version(2, VersionStatus.PENDING, null);

            assertThat(DeploymentRules.deploy(active(1), pending, to(2, 1)))
                    .isEqualTo(new DeploymentRules.Decision.NotReady(VersionStatus.PENDING));
        }

        @Test
        void refusesWhatDidNotPassItsGates() {
            assertThat(DeploymentRules.deploy(active(1), ready(2, FAILED), to(2, 1)))
                    .isEqualTo(new DeploymentRules.Decision.GatesFailed(List.of(CHECK)));
            assertThat(DeploymentRules.deploy(active(1), ready(2, null), to(2, 1)))
                    .isEqualTo(new DeploymentRules.Decision.GatesFailed(List.of()));
        }

        @Test
        void overridesGatesOnlyForAReason() {
            DeployRequest silent = new DeployRequest(2, 1, true, " ");
            DeployRequest explained = new DeployRequest(2, 1, true, "paper trading");

            assertThat(DeploymentRules.deploy(active(1), ready(2, FAILED), silent))
                    .isEqualTo(new DeploymentRules.Decision.ReasonMissing());
            assertThat(((DeploymentRules.Decision.Accepted)
                                    DeploymentRules.deploy(active(1), ready(2, FAILED), explained))
                            .overridden())
                    .containsExactly(CHECK);
        }
    }

    @Nested
    class Settling {
        private final DeploymentState deploying =
                new DeploymentState(DeploymentStatus.DEPLOYING, 6, 2, "d2", 1, "d1", null);

        @Test
        void isActiveOnceEveryLiveReplicaServesTheTarget() {
            assertThat(DeploymentRules.settle(deploying, List.of(replica("a", 1, 2), replica("b", 2))))
                    .isEqualTo(new DeploymentState(DeploymentStatus.ACTIVE, 6, 2, "d2", 2, "d2", null));
        }

        @Test
        void waitsForTheLastReplica() {
            assertThat(DeploymentRules.settle(deploying, List.of(replica("a", 2), replica("b", 1))))
                    .isEqualTo(deploying);
        }

        @Test
        void waitsWhileThereIsNoReplica() {
            assertThat(DeploymentRules.settle(deploying, List.of())).isEqualTo(deploying);
        }

        @Test
        void staysActiveWhenANewReplicaJoins() {
            assertThat(DeploymentRules.settle(active(1), List.of(replica("a", 1), replica("new"))))
                    .isEqualTo(active(1));
        }

        @Test
        void doesNothingWhereNothingIsToBeServed() {
            assertThat(DeploymentRules.settle(DeploymentState.none(), List.of(replica("a", 1))))
                    .isEqualTo(DeploymentState.none());
        }

        @Test
        void recoversFromAFailureOnceEveryReplicaMadeItAfterAll() {
            DeploymentState failed = DeploymentRules.loadFailed(deploying, failure(2, 6));

            assertThat(DeploymentRules.settle(failed, List.of(replica("a", 2))).status())
                    .isEqualTo(DeploymentStatus.ACTIVE);
        }

        @Test
        void aFailedLoadKeepsWhatIsActiveAndSaysWhy() {
            assertThat(DeploymentRules.loadFailed(deploying, failure(2, 6)))
                    .isEqualTo(new DeploymentState(
                            DeploymentStatus.FAILED, 6, 2, "d2", 1, "d1", "replica r: out of memory"));
        }

        @Test
        void aReportAboutAnOlderDeploymentChangesNothing() {
            assertThat(DeploymentRules.loadFailed(deploying, failure(2, 5))).isEqualTo(deploying);
            assertThat(DeploymentRules.loadFailed(deploying, failure(1, 6))).isEqualTo(deploying);
            assertThat(DeploymentRules.loadFailed(active(2), failure(2, 5))).isEqualTo(active(2));
        }
    }

    @Nested
    class RollingBack {
        private final List<HistoryEntry> history = new ArrayList<>();

        @Test
        void goesToWhatWasActiveBefore() {
            activated(1, 2);

            assertThat(DeploymentRules.rollbackTarget(history, 2)).isEqualTo(Optional.of(1));
        }

        @Test
        void goesToWhatIsStillActiveWhenTheTargetNeverWas() {
            activated(1, 2);

            assertThat(DeploymentRules.rollbackTarget(history, 3)).isEqualTo(Optional.of(2));
        }

        @Test
        void goesFurtherBackTheSecondTime() {
            activated(1, 2, 3);
            history.add(entry(2, HistoryEntry.Step.ACTIVE, HistoryEntry.Cause.ROLLBACK));

            assertThat(DeploymentRules.rollbackTarget(history, 2)).isEqualTo(Optional.of(1));
        }

        @Test
        void undoesAnUndeployment() {
            activated(1, 2);

            assertThat(DeploymentRules.rollbackTarget(history, null)).isEqualTo(Optional.of(2));
        }

        @Test
        void findsNothingBeforeTheFirst() {
            activated(1);
            history.add(entry(1, HistoryEntry.Step.FAILED, HistoryEntry.Cause.DEPLOY));

            assertThat(DeploymentRules.rollbackTarget(history, 1)).isEmpty();
            assertThat(DeploymentRules.rollbackTarget(List.of(), null)).isEmpty();
        }

        @Test
        void theSameVersionTwiceInARowCountsOnce() {
            activated(1, 2, 2);

            assertThat(DeploymentRules.rollbackTarget(history, 2)).isEqualTo(Optional.of(1));
        }

        @Test
        void aRollbackBeyondWhatIsRememberedStillCounts() {
            history.add(entry(4, HistoryEntry.Step.ACTIVE, HistoryEntry.Cause.ROLLBACK));

            assertThat(DeploymentRules.rollbackTarget(history, 5)).isEqualTo(Optional.of(4));
        }

        private void activated(int... versions) {
            for (int version : versions) {
                history.add(entry(version, HistoryEntry.Step.ACTIVE, HistoryEntry.Cause.DEPLOY));
            }
        }
    }

    private static HistoryEntry entry(int version, HistoryEntry.Step step, HistoryEntry.Cause cause) {
        return new HistoryEntry(MODEL, 1, step, cause, version, null, "alice", null, false, List.of(), Instant.EPOCH);
    }

    private static DeploymentState accepted(DeploymentRules.Decision decision) {
        return ((DeploymentRules.Decision.Accepted) decision).next();
    }

    private static DeployRequest to(int version, Integer expected) {
        return new DeployRequest(version, expected, null, null);
    }

    private static DeploymentState active(int version) {
        return new DeploymentState(DeploymentStatus.ACTIVE, 5, version, "d" + version, version, "d" + version, null);
    }

    private static LiveReplica replica(String id, Integer... versions) {
        return new LiveReplica(id, Set.of(versions));
    }

    private static ModelLoadFailed failure(int version, long revision) {
        return new ModelLoadFailed("r", MODEL, version, revision, "out of memory", Instant.EPOCH);
    }

    private static ModelVersion ready(int number, Map<String, Object> evaluation) {
        return version(number, VersionStatus.READY, evaluation);
    }

    private static ModelVersion version(int number, VersionStatus status, Map<String, Object> evaluation) {
        return new ModelVersion(
                MODEL,
                number,
                status,
                null,
                "",
                null,
                "d" + number,
                1,
                Map.of(),
                evaluation,
                "alice",
                Instant.EPOCH,
                null);
    }
}
