package io.tradewind.launcher.model;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradewind.launcher.fleet.FleetFailure;
import io.tradewind.learning.bundle.Bundle;
import io.tradewind.learning.bundle.BundleFile;
import io.tradewind.learning.bundle.BundleManifest;

/** Gives a bundle to the registry, file by file, each with its digest. */
public final class RegistryUpload {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI registry;
    private final Supplier<String> token;

    /**
     * @param registry its base URL
     * @param token asked for before each call
     */
    public RegistryUpload(URI registry, Supplier<String> token) {
        this.registry = registry;
        this.token = token;
    }

    /** A new model for such bundles; its id. */
    public String createModel(String name, BundleManifest manifest) {
        Map<String, Object> body = Map.of(
                "name",
                name,
                "architecture",
                manifest.architecture(),
                "task",
                manifest.task().name(),
                "symbols",
                List.of(manifest.data().symbol()),
                "timeframe",
                manifest.data().timeframe(),
                "description",
                "trained elsewhere");
        return post("/api/v1/models", body).path("id").asText();
    }

    /** The number of the version that the bundle becomes. */
    public int upload(String modelId, Bundle bundle, String source) {
        String versions = "/api/v1/models/" + modelId + "/versions";
        int version = post(versions, Map.of("description", "imported from " + source))
                .path("version")
                .asInt();
        String at = versions + "/" + version;
        for (BundleFile listed : bundle.manifest().files()) {
            put(at + "/files/" + listed.name(), bundle.directory().resolve(listed.name()), listed.sha256());
        }
        put(at + "/files/" + Bundle.MANIFEST, bundle.directory().resolve(Bundle.MANIFEST), bundle.digest());
        post(at + "/complete", Map.of("bundleDigest", bundle.digest()));
        return version;
    }

    private JsonNode post(String path, Map<String, Object> body) {
        try {
            return send("POST", path, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)), "application/json", "");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the body cannot be written as JSON", e);
        }
    }

    private void put(String path, Path file, String sha256) {
        String digest =
                "sha-256=:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256)) + ":";
        try {
            send("PUT", path, BodyPublishers.ofFile(file), "application/octet-stream", digest);
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(file + " vanished", e);
        }
    }

    private JsonNode send(String method, String path, BodyPublisher body, String contentType, String digest) {
        URI address = registry.resolve(path);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .method(method, body)
                .header("Authorization", "Bearer " + token.get())
                .header("Content-Type", contentType)
                .header("Accept", "application/json")
                .timeout(LIMIT);
        if (!digest.isEmpty()) {
            request.header("Content-Digest", digest);
        }
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            JsonNode json = answer.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(answer.body());
            if (answer.statusCode() / 100 != 2) {
                throw new FleetFailure("%s %s answered %d: %s"
                        .formatted(
                                method,
                                address,
                                answer.statusCode(),
                                json.path("detail").asText()));
            }
            return json;
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + address + " failed: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FleetFailure("interrupted");
        }
    }
}
