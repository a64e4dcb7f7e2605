package io.tradewind.monitoring.seed;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.prediction.Direction;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.monitoring.alert.Acknowledgement;
import io.tradewind.monitoring.alert.AlertService;
import io.tradewind.monitoring.drift.DriftService;
import io.tradewind.monitoring.drift.RecordedDrift;
import io.tradewind.monitoring.model.ModelAccess;
import io.tradewind.monitoring.recording.OutcomeRequest;
import io.tradewind.monitoring.recording.PredictionRequest;
import io.tradewind.monitoring.recording.RecordingService;
import io.tradewind.monitoring.recording.TradeRequest;
import io.tradewind.monitoring.statistics.Cohort;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Says in the fleet's own terms what the seed's requests say. */
@Singleton
class SeedRecording {

    private static final Pattern VERSION = Pattern.compile("v?([0-9]{1,9})(\\..*)?");

    private final RecordingService recording;
    private final DriftService drift;
    private final AlertService alerts;
    private final ModelAccess access;

    SeedRecording(RecordingService recording, DriftService drift, AlertService alerts, ModelAccess access) {
        this.recording = recording;
        this.drift = drift;
        this.alerts = alerts;
        this.access = access;
    }

    Uni<?> handle(MonitoringRequest request) {
        return switch (request.action()) {
            case "record_prediction", "recordPrediction" -> prediction(request);
            case "record_trade", "recordTrade" -> trade(request);
            case "record_drift", "recordDrift" -> drift(request);
            case "acknowledge_alert", "acknowledgeAlert", "acknowledge" -> acknowledge(request);
            default ->
                throw new ServiceException(
                        ErrorCode.VALIDATION_FAILED,
                        "action must be record_prediction, record_trade, record_drift or acknowledge_alert, was "
                                + request.action());
        };
    }

    // Only right or wrong is told: the side is taken to be UP, and nothing was earned or lost.
    private Uni<?> prediction(MonitoringRequest request) {
        UUID id = UUID.randomUUID();
        PredictionRequest prediction = new PredictionRequest(
                id,
                required(request.modelId(), "modelId"),
                version(request.version()),
                null,
                null,
                null,
                null,
                1,
                null,
                Direction.UP,
                request.confidence(),
                null,
                null,
                null,
                null,
                request.latencyMs(),
                null);
        Boolean correct = request.correct();
        if (correct == null) {
            return recording.predictions(id, List.of(prediction));
        }
        OutcomeRequest outcome = new OutcomeRequest(id, 0.0, correct ? Direction.UP : Direction.DOWN, 0.0, null, null);
        return recording.predictions(id, List.of(prediction)).call(() -> recording.outcomes(List.of(outcome)));
    }

    private Uni<?> trade(MonitoringRequest request) {
        double pnl = required(request.pnl(), "pnl");
        String told = request.outcome();
        if (told != null && !told.equals(pnl > 0 ? "win" : "loss")) {
            throw new ServiceException(
                    ErrorCode.VALIDATION_FAILED, "outcome is %s, but pnl is %s".formatted(told, pnl));
        }
        String id = request.tradeId() == null ? UUID.randomUUID().toString() : request.tradeId();
        return recording.trades(List.of(new TradeRequest(
                id,
                null,
                required(request.modelId(), "modelId"),
                version(request.version()),
                pnl,
                null,
                Direction.UP,
                request.confidence(),
                null,
                null)));
    }

    private Uni<?> drift(MonitoringRequest request) {
        UUID modelId = required(request.modelId(), "modelId");
        Cohort cohort = new Cohort(modelId, version(request.version()), "");
        RecordedDrift scores =
                new RecordedDrift(request.featureDrift(), request.predictionDrift(), request.performanceDrift());
        return access.require(modelId)
                .chain(() -> drift.record(cohort, scores, access.userId()))
                .replaceWith(scores);
    }

    private Uni<?> acknowledge(MonitoringRequest request) {
        UUID id = required(request.alertId(), "alertId");
        return alerts.acknowledge(id).map(result -> switch (result) {
            case Acknowledgement.Acknowledged done -> done.alert();
            case Acknowledgement.AlreadyResolved resolved ->
                throw new ServiceException(ErrorCode.CONFLICT, "alert " + id + " resolved at " + resolved.resolvedAt());
            case Acknowledgement.NotFound none ->
                throw new ServiceException(ErrorCode.NOT_FOUND, "there is no alert " + id);
        });
    }

    private static int version(@Nullable String text) {
        Matcher matcher = VERSION.matcher(required(text, "version"));
        if (!matcher.matches()) {
            throw new ServiceException(
                    ErrorCode.VALIDATION_FAILED, "version must be a number such as 3, v3 or v3.0.0, was " + text);
        }
        return Integer.parseInt(matcher.group(1));
    }

    private static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw new ServiceException(ErrorCode.VALIDATION_FAILED, field + " is required for this action");
        }
        return value;
    }
}
