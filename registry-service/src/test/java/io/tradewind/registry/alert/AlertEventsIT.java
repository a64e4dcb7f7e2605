package io.tradewind.registry.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.tradewind.contracts.alert.AlertChanged;
import io.tradewind.contracts.alert.AlertSeverity;
import io.tradewind.contracts.alert.AlertStatus;
import io.tradewind.registry.Client;
import io.tradewind.registry.RegistryIT;
import io.tradewind.testkit.TestEvents;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.equalTo;

/** From a model over HTTP and alerts on the broker to rows of the model's activity log. */
@QuarkusTest
@RegistryIT
class AlertEventsIT {
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

    private final Client alice = Client.someone();
    private final UUID alert = UUID.randomUUID();

    @Test
    void theLifeOfAnAlertIsInItsModelsActivityLogOnce() {
        // Given
        String model = alice.model();
        String firing = UUID.randomUUID().toString();

        // When
        TestEvents.publish(alert(UUID.randomUUID(), AlertStatus.FIRING));
        TestEvents.publish(alert(UUID.fromString(model), AlertStatus.FIRING), firing);
        TestEvents.publish(alert(UUID.fromString(model), AlertStatus.FIRING), firing);
        TestEvents.publish(alert(UUID.fromString(model), AlertStatus.ACKNOWLEDGED));
        TestEvents.publish(alert(UUID.fromString(model), AlertStatus.RESOLVED));

        // Then
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> alice.get(
                        "/api/v1/models/" + model + "/activity")
                .then()
                .body("items[0].action", equalTo("ALERT_RESOLVED")));
        alice.get("/api/v1/models/" + model + "/activity")
                .then()
                .body(
                        "items.action",
                        equalTo(List.of("ALERT_RESOLVED", "ALERT_ACKNOWLEDGED", "ALERT_FIRED", "CREATED")))
                .body("items[2].actor", equalTo("monitoring"))
                .body("items[2].version", equalTo(3))
                .body("items[2].revision", equalTo(1))
                .body("items[2].reason", equalTo("accuracy 0.41 is below 0.5"))
                .body("items[2].at", equalTo(AT.toString()))
                .body("items[2].after.alertId", equalTo(alert.toString()))
                .body("items[2].after.alertType", equalTo("accuracy_drop"))
                .body("items[2].after.severity", equalTo("CRITICAL"))
                .body("items[2].after.variant", equalTo("treatment"))
                .body("items[2].after.value", equalTo(0.41f))
                .body("items[2].after.threshold", equalTo(0.5f));
        alice.get("/api/v1/models/" + model)
                .then()
                .body("status", equalTo("DRAFT"))
                .body("revision", equalTo(1));
        Client.someone().get("/api/v1/models/" + model + "/activity").then().statusCode(404);
    }

    private AlertChanged alert(UUID model, AlertStatus status) {
        return new AlertChanged(
                alert,
                "accuracy_drop",
                AlertSeverity.CRITICAL,
                status,
                model,
                3,
                "treatment",
                "accuracy",
                0.41,
                0.5,
                "accuracy 0.41 is below 0.5",
                AT);
    }
}
