package io.tradewind.launcher.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tradewind.launcher.fleet.FleetFailure;
import io.tradewind.launcher.layout.ProcessName;

/** The fleet's REST API as one of its users sees it. */
final class Api {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Function<ProcessName, String> urls;
    private final Supplier<String> token;

    /**
     * @param urls base URL of each service
     * @param token asked for before each call, so that a long demo never runs out of it
     */
    Api(Function<ProcessName, String> urls, Supplier<String> token) {
        this.urls = urls;
        this.token = token;
    }

    JsonNode get(ProcessName service, String path) {
        return send("GET", service, path, "application/json", BodyPublishers.noBody());
    }

    JsonNode delete(ProcessName service, String path) {
        return send("DELETE", service, path, "application/json", BodyPublishers.noBody());
    }

    /** Posts a body that Jackson can write: a map, a record, a tree. */
    JsonNode post(ProcessName service, String path, Object body) {
        try {
            return send(
                    "POST",
                    service,
                    path,
                    "application/json",
                    BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        } catch (JsonProcessingException cause) {
            throw new IllegalArgumentException("the body cannot be written as JSON", cause);
        }
    }

    JsonNode postText(ProcessName service, String path, String contentType, String body) {
        return send("POST", service, path, contentType, BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    }

    private JsonNode send(String method, ProcessName service, String path, String contentType, BodyPublisher body) {
        URI address = URI.create(urls.apply(service) + path);
        HttpRequest request = HttpRequest.newBuilder(address)
                .method(method, body)
                .header("Authorization", "Bearer " + token.get())
                .header("Content-Type", contentType)
                .header("Accept", "application/json")
                .timeout(LIMIT)
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new FleetFailure(
                        method + " " + address + " answered " + answer.statusCode() + ": " + problem(answer.body()));
            }
            return answer.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(answer.body());
        } catch (IOException cause) {
            throw new UncheckedIOException(method + " " + address + " failed: " + cause, cause);
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new FleetFailure("interrupted");
        }
    }

    /** Title and detail of a problem document; the body itself where it is none. */
    private static String problem(String body) {
        try {
            JsonNode problem = JSON.readTree(body);
            String text = problem.path("title").asText() + ": "
                    + problem.path("detail").asText();
            return problem.has("detail") ? text : body;
        } catch (JsonProcessingException notJson) {
            return body;
        }
    }
}
