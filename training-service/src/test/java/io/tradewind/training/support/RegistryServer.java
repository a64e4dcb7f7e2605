package io.tradewind.training.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * A registry over real HTTP for tests of this service: models with owners, versions made once per idempotency key, files
 * held to their digests, bundles verified on completion. It can be switched off.
 */
public final class RegistryServer implements QuarkusTestResourceLifecycleManager {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<UUID, Model> MODELS = new ConcurrentHashMap<>();
    private static final Map<UUID, String> TRACES = new ConcurrentHashMap<>();
    private static final AtomicBoolean AWAY = new AtomicBoolean();
    private static final AtomicBoolean LOSING_COMPLETIONS = new AtomicBoolean();
    private static final AtomicInteger CALLS_WHILE_AWAY = new AtomicInteger();

    private HttpServer server;

    /** What a version is made of so far. */
    public static final class Version {
        private final int number;
        private final Map<String, byte[]> files = new ConcurrentHashMap<>();
        private volatile String status = "PENDING";
        private volatile String digest;
        private volatile String reason;

        Version(int number) {
            this.number = number;
        }

        public String status() {
            return status;
        }

        public String digest() {
            return digest;
        }

        public Map<String, byte[]> files() {
            return files;
        }

        Map<String, Object> view() {
            Map<String, Object> view = new HashMap<>(Map.of("version", number, "status", status));
            view.put("bundleDigest", digest);
            view.put("reason", reason);
            return view;
        }
    }

    /** A model and its versions. */
    public record Model(
            UUID id,
            String owner,
            String architecture,
            List<String> symbols,
            Map<String, Object> config,
            String status,
            Map<Integer, Version> versions,
            Map<String, Integer> keys) {

        synchronized Version newVersion(String key) {
            int number = keys.computeIfAbsent(key, unseen -> versions.size() + 1);
            return versions.computeIfAbsent(number, Version::new);
        }
    }

    /** A model of this owner, for any symbol. */
    public static Model model(String owner, String architecture, Map<String, Object> config, String... symbols) {
        return add(owner, architecture, config, "DRAFT", symbols);
    }

    public static Model archived(String owner) {
        return add(owner, "XGBOOST", Map.of(), "ARCHIVED");
    }

    private static Model add(
            String owner, String architecture, Map<String, Object> config, String status, String... symbols) {
        Model model = new Model(
                UUID.randomUUID(),
                owner,
                architecture,
                List.of(symbols),
                config,
                status,
                new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>());
        MODELS.put(model.id(), model);
        return model;
    }

    /** The trace that whoever asked for this model last was part of. */
    public static String trace(Model model) {
        return TRACES.get(model.id());
    }

    /** While away it answers nothing but 503. */
    public static void away(boolean away) {
        AWAY.set(away);
    }

    public static int callsWhileAway() {
        return CALLS_WHILE_AWAY.get();
    }

    /** Completes versions, then loses the answer. */
    public static void losingCompletions(boolean losing) {
        LOSING_COMPLETIONS.set(losing);
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/api/v1/models/", RegistryServer::answer);
        server.start();
        return Map.ofEntries(
                Map.entry(
                        "tradewind.services.registry.url",
                        "http://127.0.0.1:" + server.getAddress().getPort()),
                Map.entry("training.worker.directory", workDirectory()),
                Map.entry("training.worker.heap", "384m"),
                Map.entry("training.worker.jvm-options", "-XX:TieredStopAtLevel=1"),
                Map.entry("training.worker.timeout", "PT60S"),
                Map.entry("training.execution.concurrency", "2"),
                Map.entry("training.execution.lease", "PT4S"),
                Map.entry("training.execution.poll-every", "PT0.2S"),
                Map.entry("training.execution.retry-pause", "PT0.1S"),
                Map.entry("training.execution.most-lost-attempts", "2"),
                Map.entry("training.registration.first-pause", "PT0.05S"),
                Map.entry("training.registration.longest-pause", "PT0.2S"),
                Map.entry("training.job.most-followers", "3"),
                Map.entry("training.job.follow-every", "PT0.05S"),
                Map.entry("training.job.keep-alive", "PT0.5S"));
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private static String workDirectory() {
        try {
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "workers")
                    .toString();
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI()
                    .getPath()
                    .substring("/api/v1/models/".length())
                    .split("/");
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (AWAY.get()) {
                CALLS_WHILE_AWAY.incrementAndGet();
                send(exchange, 503, Map.of("detail", "away"));
                return;
            }
            Optional<Model> model = Optional.ofNullable(MODELS.get(UUID.fromString(path[0])))
                    .filter(found -> mayAccess(exchange, found));
            if (model.isEmpty()) {
                send(exchange, 404, Map.of("detail", "there is no model " + path[0]));
            } else if (path.length == 1) {
                TRACES.put(
                        model.get().id(),
                        String.valueOf(exchange.getRequestHeaders().getFirst("traceparent")));
                send(exchange, 200, view(model.get()));
            } else if (path.length == 2) {
                Version version =
                        model.get().newVersion(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
                send(exchange, 201, version.view());
            } else {
                version(exchange, model.get().versions().get(Integer.parseInt(path[2])), path, body);
            }
        }
    }

    private static void version(HttpExchange exchange, Version version, String[] path, byte[] body) throws IOException {
        if (version == null) {
            send(exchange, 404, Map.of("detail", "there is no version " + path[2]));
        } else if (path.length == 3) {
            send(exchange, 200, version.view());
        } else if (path[3].equals("files")) {
            store(exchange, version, path[4], body);
        } else if (path[3].equals("evaluation")) {
            send(exchange, 200, JSON.readTree(version.files().get("evaluation.json")));
        } else {
            complete(exchange, version, JSON.readTree(body).path("bundleDigest").asText());
        }
    }

    private static void store(HttpExchange exchange, Version version, String name, byte[] body) throws IOException {
        String expected = exchange.getRequestHeaders().getFirst("Content-Digest");
        String actual = "sha-256=:" + Base64.getEncoder().encodeToString(Digests.sha256(body)) + ":";
        if (!version.status.equals("PENDING")) {
            send(exchange, 409, Map.of("detail", "version is " + version.status));
        } else if (!actual.equals(expected)) {
            send(exchange, 422, Map.of("detail", "Content-Digest says " + expected + ", the bytes " + actual));
        } else {
            version.files.put(name, body);
            send(exchange, 201, Map.of("name", name));
        }
    }

    private static void complete(HttpExchange exchange, Version version, String digest) throws IOException {
        Optional<String> refusal = version.status.equals("READY") ? Optional.empty() : refusal(version, digest);
        version.digest = digest;
        version.status = refusal.isEmpty() ? "READY" : "FAILED";
        version.reason = refusal.orElse(null);
        if (LOSING_COMPLETIONS.get()) {
            send(exchange, 502, Map.of("detail", "lost"));
        } else if (refusal.isPresent()) {
            send(exchange, 422, Map.of("detail", refusal.get()));
        } else {
            send(exchange, 200, version.view());
        }
    }

    private static Optional<String> refusal(Version version, String digest) throws IOException {
        byte[] manifest = version.files.get("manifest.json");
        if (manifest == null || !hex(manifest).equals(digest)) {
            return Optional.of("the manifest is not the one the digest names");
        }
        for (JsonNode file : JSON.readTree(manifest).path("files")) {
            byte[] content = version.files.get(file.path("name").asText());
            if (content == null || !hex(content).equals(file.path("sha256").asText())) {
                return Optional.of(file.path("name").asText() + " is missing or changed");
            }
        }
        return Optional.empty();
    }

    private static Map<String, Object> view(Model model) {
        return Map.of(
                "id", model.id(),
                "name", "model of " + model.owner(),
                "owner", model.owner(),
                "architecture", model.architecture(),
                "task", "DIRECTION",
                "symbols", model.symbols(),
                "config", model.config(),
                "status", model.status(),
                "revision", 1);
    }

    /** Signatures are the registry's own business; whose token it is decides what is seen. */
    private static boolean mayAccess(HttpExchange exchange, Model model) {
        String bearer = exchange.getRequestHeaders().getFirst("Authorization");
        String claims = new String(
                Base64.getUrlDecoder()
                        .decode(bearer.substring("Bearer ".length()).split("\\.")[1]),
                StandardCharsets.UTF_8);
        return claims.contains("\"" + model.owner() + "\"")
                || claims.contains("\"admin\"")
                || claims.contains("\"service\"");
    }

    private static String hex(byte[] content) {
        return HexFormat.of().formatHex(Digests.sha256(content));
    }

    private static void send(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders()
                .add("Content-Type", status < 400 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
