package io.tradewind.registry.alert;

import java.util.LinkedHashMap;
import java.util.Map;

import io.tradewind.contracts.alert.AlertChanged;
import io.tradewind.contracts.alert.AlertStatus;
import io.tradewind.registry.activity.ActivityEntry;
import io.tradewind.registry.activity.Difference;

/** How an alert reads in a model's activity log. */
final class AlertRules {
    private static final String ACTOR = "monitoring";

    private AlertRules() {}

    /** The entry of one change of an alert; {@code revision} is the model's, which an alert leaves as it is. */
    static ActivityEntry entry(AlertChanged alert, long revision) {
        return new ActivityEntry(
                alert.modelId(),
                revision,
                action(alert.status()),
                ACTOR,
                alert.modelVersion(),
                alert.message(),
                new Difference(Map.of(), facts(alert)),
                alert.occurredAt());
    }

    private static String action(AlertStatus status) {
        return switch (status) {
            case FIRING -> "ALERT_FIRED";
            case ACKNOWLEDGED -> "ALERT_ACKNOWLEDGED";
            case RESOLVED -> "ALERT_RESOLVED";
        };
    }

    private static Map<String, Object> facts(AlertChanged alert) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("alertId", alert.alertId().toString());
        facts.put("alertType", alert.type());
        facts.put("alertStatus", alert.status().name());
        facts.put("severity", alert.severity().name());
        if (alert.variant() != null) {
            facts.put("variant", alert.variant());
        }
        facts.put("metric", alert.metric());
        facts.put("value", alert.value());
        facts.put("threshold", alert.threshold());
        return facts;
    }
}
