package io.tradewind.contracts.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.tradewind.contracts.alert.AlertChanged;
import io.tradewind.contracts.alert.AlertSeverity;
import io.tradewind.contracts.alert.AlertStatus;
import io.tradewind.contracts.experiment.ExperimentChanged;
import io.tradewind.contracts.experiment.ExperimentStatus;
import io.tradewind.contracts.experiment.RandomisationUnit;
import io.tradewind.contracts.market.CandleClosed;
import io.tradewind.contracts.market.CandleOrigin;
import io.tradewind.contracts.model.DeploymentState;
import io.tradewind.contracts.model.DeploymentStatus;
import io.tradewind.contracts.model.ModelChanged;
import io.tradewind.contracts.model.ModelLoadFailed;
import io.tradewind.contracts.model.ModelLoaded;
import io.tradewind.contracts.model.ModelStatus;
import io.tradewind.contracts.model.ModelUnloaded;
import io.tradewind.contracts.model.ReplicaSeen;
import io.tradewind.contracts.prediction.Direction;
import io.tradewind.contracts.prediction.OutcomeObserved;
import io.tradewind.contracts.prediction.PredictionMade;
import io.tradewind.contracts.prediction.PredictionSource;
import io.tradewind.contracts.training.JobStatus;
import io.tradewind.contracts.training.TrainingJobChanged;
import io.tradewind.contracts.training.TrainingProgressed;

/** One event of each kind with every field set. */
final class Samples {

    private static final UUID MODEL = UUID.fromString("6f1c0e9a-58a4-4c5d-9a6b-0f6d2f1e7a11");
    private static final UUID JOB = UUID.fromString("0a2b6c1d-4e5f-4a6b-8c7d-9e0f1a2b3c4d");
    private static final UUID PREDICTION = UUID.fromString("7b8c9d0e-1f2a-3b4c-9d5e-6f7a8b9c0d1e");
    private static final UUID EXPERIMENT = UUID.fromString("3c4d5e6f-7a8b-4c9d-8e0f-1a2b3c4d5e6f");
    private static final UUID ALERT = UUID.fromString("9e0f1a2b-3c4d-4e5f-8a6b-7c8d9e0f1a2b");
    private static final String DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final Instant NOW = Instant.parse("2026-11-20T10:15:30.123456Z");

    private Samples() {}

    static List<Event> all() {
        return List.of(
                new ModelChanged(
                        MODEL,
                        "DEPLOYMENT_ACTIVE",
                        "btc-lstm",
                        "alice",
                        "lstm",
                        "direction",
                        List.of("BTCUSD"),
                        "1h",
                        ModelStatus.ACTIVE,
                        7,
                        3,
                        new DeploymentState(DeploymentStatus.ACTIVE, 2, 3, DIGEST, 3, DIGEST, "loaded"),
                        NOW),
                new TrainingJobChanged(JOB, MODEL, "alice", JobStatus.SUCCEEDED, 1, 3, DIGEST, "registered", NOW),
                new TrainingProgressed(JOB, MODEL, 1, 4, 20, 0.6912, 0.6934, 15234.5, 8123, NOW),
                new ModelLoaded("inference-1", MODEL, 3, DIGEST, 2, 412, NOW),
                new ModelLoadFailed("inference-1", MODEL, 4, 3, "model.onnx: digest differs", NOW),
                new ModelUnloaded("inference-1", MODEL, 2, NOW),
                new ReplicaSeen("inference-1", List.of(new ReplicaSeen.Served(MODEL, 3, 2)), 2000, true, NOW),
                new CandleClosed(
                        "BTCUSD", "1h", 1500000000000L, 4100.5, 4120.0, 4090.25, 4111.1, 123.456, CandleOrigin.LIVE),
                prediction(),
                new OutcomeObserved(PREDICTION, 0.0123, Direction.UP, 0.0113, "trade-17", NOW, "alice"),
                new ExperimentChanged(
                        EXPERIMENT,
                        "lstm vs xgboost",
                        "alice",
                        ExperimentStatus.RUNNING,
                        RandomisationUnit.CANDLE,
                        "seed-1",
                        List.of("BTCUSD"),
                        "1h",
                        1,
                        0.9,
                        List.of(
                                new ExperimentChanged.Variant("control", MODEL, 3, 0.5, true),
                                new ExperimentChanged.Variant("treatment", JOB, 1, 0.5, false)),
                        4,
                        NOW),
                new AlertChanged(
                        ALERT,
                        "accuracy_drop",
                        AlertSeverity.WARNING,
                        AlertStatus.FIRING,
                        MODEL,
                        3,
                        "control",
                        "accuracy",
                        0.47,
                        0.5,
                        "accuracy 0.47 < 0.5",
                        NOW));
    }

    private static PredictionMade prediction() {
        return new PredictionMade(
                PREDICTION,
                MODEL,
                3,
                DIGEST,
                "alice",
                "BTCUSD",
                "1h",
                1500000000000L,
                4111.1,
                6,
                "direction",
                List.of(0.42, 0.58),
                Direction.UP,
                0.58,
                0.0021,
                PredictionSource.MODEL,
                187,
                new PredictionMade.Assignment(EXPERIMENT, 1, "control", "BTCUSD|1h|1500000000000"),
                List.of("return1", "rsi14"),
                List.of(0.001, 55.5),
                NOW);
    }
}
