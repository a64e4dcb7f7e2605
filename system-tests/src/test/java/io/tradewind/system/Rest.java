package io.tradewind.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A user of the fleet's REST API, with a token. */
final class Rest {

    /** An answer whatever its status. */
    record Answer(int status, JsonNode body) {

        JsonNode expect(int expected) {
            if (status != expected) {
                throw new AssertionError("expected " + expected + ", got " + status + ": " + body);
            }
            return body;
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final int portOffset;
    private final String token;

    Rest(int portOffset, String token) {
        this.portOffset = portOffset;
        this.token = token;
    }

    Answer get(Service service, String path) {
        return send(request(service, path).GET());
    }

    Answer post(Service service, String path, Object body) {
        return send(request(service, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json(body))));
    }

    Answer post(Service service, String path, String contentType, byte[] body) {
        return send(request(service, path).header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(body)));
    }

    boolean ready(Service service) {
        return get(service, "/q/health/ready").status() == 200;
    }

    String text(Service service, String path) {
        return exchange(request(service, path).GET().build()).body();
    }

    private HttpRequest.Builder request(Service service, String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + service.port(portOffset) + path))
                .timeout(Duration.ofSeconds(30));
        return token.isEmpty() ? builder : builder.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) {
        HttpResponse<String> response = exchange(request.build());
        try {
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + response.body(), e);
        }
    }

    /** A connection that is refused or cut is an {@link AssertionError}, so that waiting code polls on. */
    private static HttpResponse<String> exchange(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(request.method() + " " + request.uri() + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
