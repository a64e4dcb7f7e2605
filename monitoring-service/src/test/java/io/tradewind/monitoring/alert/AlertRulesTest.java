package io.tradewind.monitoring.alert;

import java.time.Instant;
import java.util.UUID;

import io.tradewind.contracts.alert.AlertChanged;
import io.tradewind.contracts.alert.AlertSeverity;
import io.tradewind.contracts.alert.AlertStatus;
import io.tradewind.monitoring.performance.WatchedMetric;
import io.tradewind.monitoring.statistics.Cohort;
import io.tradewind.monitoring.threshold.Comparison;
import io.tradewind.monitoring.threshold.Threshold;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AlertRulesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private final Threshold accuracy = threshold(WatchedMetric.ACCURACY, Comparison.BELOW, 0.5);
    private final Threshold latency = threshold(WatchedMetric.P99_LATENCY, Comparison.ABOVE, 1000);

    @Test
    void firesOnlyBeyondTheLimit() {
        assertThat(AlertRules.decide(accuracy, false, 0.49, 100)).isEqualTo(new AlertDecision.Fire(0.49, 100));
        assertThat(AlertRules.decide(accuracy, false, 0.5, 100)).isEqualTo(new AlertDecision.Stay());
        assertThat(AlertRules.decide(latency, false, 1000.5, 100)).isEqualTo(new AlertDecision.Fire(1000.5, 100));
        assertThat(AlertRules.decide(latency, false, 1000.0, 100)).isEqualTo(new AlertDecision.Stay());
    }

    @Test
    void firesOnceAsLongAsItIsOpen() {
        assertThat(AlertRules.decide(accuracy, true, 0.1, 100)).isEqualTo(new AlertDecision.Stay());
    }

    @Test
    void resolvesOnlyBehindTheMarginSoThatItDoesNotFlap() {
        assertThat(AlertRules.decide(accuracy, true, 0.51, 100)).isEqualTo(new AlertDecision.Stay());
        assertThat(AlertRules.decide(accuracy, true, 0.525, 100)).isEqualTo(new AlertDecision.Resolve(0.525, 100));
        assertThat(AlertRules.decide(latency, true, 960.0, 100)).isEqualTo(new AlertDecision.Stay());
        assertThat(AlertRules.decide(latency, true, 950.0, 100)).isEqualTo(new AlertDecision.Resolve(950, 100));
    }

    @Test
    void tooSmallASampleNeitherRaisesNorClears() {
        assertThat(AlertRules.decide(accuracy, false, 0.0, 99)).isEqualTo(new AlertDecision.Stay());
        assertThat(AlertRules.decide(accuracy, true, 1.0, 99)).isEqualTo(new AlertDecision.Stay());
        assertThat(AlertRules.decide(accuracy, true, null, 1_000)).isEqualTo(new AlertDecision.Stay());
    }

    @Test
    void goesFromFiringThroughAcknowledgedToResolved() {
        // Given
        Cohort cohort = new Cohort(new UUID(0, 1), 3, "treatment");
        Alert alert = Alert.fired(accuracy, cohort, "alice", new AlertDecision.Fire(0.41, 120), NOW);
        AlertChanged firing = alert.event();

        // When
        alert.acknowledge("bob", NOW.plusSeconds(1));
        AlertChanged acknowledged = alert.event();
        alert.resolve(new AlertDecision.Resolve(0.55, 200), NOW.plusSeconds(2));

        // Then
        assertThat(firing.status()).isEqualTo(AlertStatus.FIRING);
        assertThat(firing.message()).isEqualTo("accuracy is 0.410000, alerts below 0.500000");
        assertThat(firing.variant()).isEqualTo("treatment");
        assertThat(acknowledged.status()).isEqualTo(AlertStatus.ACKNOWLEDGED);
        assertThat(acknowledged.value()).isEqualTo(0.41);
        assertThat(alert.event().status()).isEqualTo(AlertStatus.RESOLVED);
        assertThat(alert.event().value()).isEqualTo(0.55);
        assertThat(AlertView.of(alert).acknowledgedBy()).isEqualTo("bob");
        assertThat(AlertView.of(alert).resolvedAt()).isEqualTo(NOW.plusSeconds(2));
    }

    @Test
    void closesWithTheReasonWhenNothingWatchesAnyMore() {
        // Given
        Alert alert = Alert.fired(
                latency, new Cohort(new UUID(0, 1), 3, ""), "alice", new AlertDecision.Fire(2000, 120), NOW);

        // When
        alert.close("the threshold is gone", NOW.plusSeconds(5));

        // Then
        assertThat(alert.event().status()).isEqualTo(AlertStatus.RESOLVED);
        assertThat(alert.event().message()).isEqualTo("the threshold is gone");
        assertThat(alert.event().variant()).isNull();
    }

    private static Threshold threshold(WatchedMetric metric, Comparison comparison, double value) {
        return new Threshold(
                new UUID(0, 9), "a_type", metric, comparison, value, AlertSeverity.WARNING, 100, 0.05, true);
    }
}
