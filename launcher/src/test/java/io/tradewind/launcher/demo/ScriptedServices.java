package io.tradewind.launcher.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Answers as the five services do, from a script: what a demo says and asks can be seen without training anything. */
final class ScriptedServices implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Map<String, Supplier<Object>> answers = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private final AtomicInteger models = new AtomicInteger();

    ScriptedServices() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 16);
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        registry();
        training();
        experiment();
        monitoring();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Method and path of every request, with the body of those that have one. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** Overrides an answer. */
    void on(String request, Supplier<Object> answer) {
        answers.put(request, answer);
    }

    private void registry() {
        on("POST /api/v1/models", () -> Map.of("id", "model-" + models.incrementAndGet()));
        on(
                "GET /api/v1/models",
                () -> Map.of(
                        "items",
                        List.of(Map.of(
                                "id", "old",
                                "name", "demo-lstm-old",
                                "symbols", List.of("TEST"),
                                "timeframe", "1h",
                                "deployment", Map.of("targetVersion", 1)))));
        on("DELETE /api/v1/models/old/deployment", Map::of);
        for (String model : List.of("model-1", "model-2")) {
            on("GET /api/v1/models/" + model + "/versions/1", () -> Map.of("status", "READY"));
            boolean passed = model.equals("model-2");
            on("GET /api/v1/models/" + model + "/versions/1/evaluation", () -> evaluation(passed));
            on("POST /api/v1/models/" + model + "/deployment", () -> Map.of("status", "DEPLOYING"));
            on("GET /api/v1/models/" + model + "/deployment", () -> Map.of("status", "ACTIVE"));
        }
    }

    private static Map<String, Object> evaluation(boolean passed) {
        return Map.of(
                "rows",
                100,
                "directionalAccuracy",
                0.55,
                "majorityBaseline",
                0.51,
                "gates",
                Map.of(
                        "passed",
                        passed,
                        "checks",
                        List.of(Map.of(
                                "name",
                                "edge",
                                "value",
                                0.01,
                                "comparison",
                                "at least",
                                "threshold",
                                0.02,
                                "passed",
                                passed))));
    }

    private void training() {
        on("POST /api/v1/candles", () -> Map.of("rows", 480, "accepted", 480));
        AtomicInteger jobs = new AtomicInteger();
        on("POST /api/v1/training-jobs", () -> Map.of("id", "job-" + jobs.incrementAndGet()));
        for (String job : List.of("job-1", "job-2")) {
            AtomicInteger looks = new AtomicInteger();
            on("GET /api/v1/training-jobs/" + job, () -> looks.incrementAndGet() < 3 ? running() : succeeded());
            on(
                    "GET /api/v1/training-jobs/" + job + "/epochs",
                    () -> looks.get() < 3 ? List.of(epoch(1)) : List.of(epoch(2)));
        }
    }

    private static Map<String, Object> running() {
        return Map.of("status", "RUNNING", "phase", "training", "progress", Map.of("epoch", 1, "epochs", 2));
    }

    private static Map<String, Object> succeeded() {
        return Map.of(
                "status", "SUCCEEDED",
                "modelVersion", 1,
                "bundleDigest", "0123456789abcdef",
                "attempt", 1,
                "startedAt", "2026-01-01T00:00:00Z",
                "finishedAt", "2026-01-01T00:00:12Z");
    }

    private static Map<String, Object> epoch(int number) {
        return Map.of("epoch", number, "epochs", 2, "trainingLoss", 0.7, "samplesPerSecond", 1234.0, "etaMillis", 5000);
    }

    private void experiment() {
        on(
                "GET /api/v1/experiments",
                () -> Map.of(
                        "items", List.of(Map.of("id", "earlier", "name", "demo-earlier", "symbols", List.of("TEST")))));
        on("POST /api/v1/experiments", () -> Map.of("id", "experiment-1"));
        for (String step : List.of("experiment-1/start", "experiment-1/stop", "earlier/stop")) {
            on("POST /api/v1/experiments/" + step, Map::of);
        }
        on(
                "GET /api/v1/serving",
                () -> Map.of("experiments", List.of(Map.of("experimentId", "experiment-1", "status", "RUNNING"))));
        on(
                "GET /api/v1/experiments/experiment-1/results",
                () -> Map.of(
                        "primaryMetric", "ACCURACY",
                        "variants", List.of(arm("lstm", true), arm("xgboost", false)),
                        "tests",
                                List.of(
                                        Map.of("metric", "pnl", "test", "welch-t", "effect", 0.001, "pValue", 0.5),
                                        Map.of(
                                                "metric",
                                                "accuracy",
                                                "test",
                                                "chi-square",
                                                "effect",
                                                0.02,
                                                "pValue",
                                                0.25)),
                        "sampleRatio", Map.of("pValue", 0.9),
                        "conclusion", Map.of("winner", "inconclusive", "recommendation", "go on")));
    }

    private static Map<String, Object> arm(String name, boolean control) {
        return Map.of(
                "name",
                name,
                "control",
                control,
                "predictions",
                60,
                "outcomes",
                60,
                "accuracy",
                Map.of("mean", 0.55, "interval", Map.of("lower", 0.4, "upper", 0.7)),
                "pnl",
                Map.of("mean", 0.001, "sum", 0.059));
    }

    private void monitoring() {
        for (String model : List.of("model-1", "model-2")) {
            on(
                    "GET /api/v1/models/" + model + "/metrics",
                    () -> Map.of(
                            "predictionsTotal",
                            60,
                            "n",
                            59,
                            "accuracy",
                            0.55,
                            "p50LatencyMs",
                            0.2,
                            "p99LatencyMs",
                            1.5));
            on(
                    "GET /api/v1/models/" + model + "/drift",
                    () -> Map.of(
                            "status", "SCORED", "rows", 60, "features", List.of(Map.of("name", "rsi14", "psi", 0.12))));
        }
        on(
                "GET /api/v1/alerts",
                () -> Map.of(
                        "items",
                        List.of(Map.of(
                                "severity",
                                "WARNING",
                                "type",
                                "accuracy_drop",
                                "status",
                                "FIRING",
                                "message",
                                "below half"))));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String request =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            asked.add(body.isEmpty() ? request : request + " " + body);
            Supplier<Object> answer = answers.get(request);
            boolean known = answer != null
                    && exchange.getRequestHeaders().getFirst("Authorization").startsWith("Bearer ey");
            Object content = known ? answer.get() : Map.of("title", "Not found", "detail", "no " + request);
            byte[] json = JSON.writeValueAsBytes(content);
            exchange.sendResponseHeaders(known ? 200 : 404, json.length);
            exchange.getResponseBody().write(json);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
