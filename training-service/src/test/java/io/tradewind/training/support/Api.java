package io.tradewind.training.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/** The service under test as one caller sees it. */
public record Api(URI base, String token, @Nullable String traceparent) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Set<String> LAST = Set.of("SUCCEEDED", "FAILED", "CANCELLED");

    public Api(URI base, String token) {
        this(base, token, null);
    }

    /** An answer with its body, if it is JSON. */
    public record Answer(int status, JsonNode body, HttpResponse<String> raw) {

        public JsonNode expect(int expected) {
            assertThat(status).as(raw.body()).isEqualTo(expected);
            return body;
        }
    }

    public Api as(String otherToken) {
        return new Api(base, otherToken);
    }

    /** The same caller, whose requests belong to this trace. */
    public Api traced(String parent) {
        return new Api(base, token, parent);
    }

    public Answer get(String path) {
        return send(request(path).GET().build());
    }

    public Answer post(String path, Object body) {
        return post(path, body, null);
    }

    public Answer post(String path, Object body, String idempotencyKey) {
        try {
            HttpRequest.Builder request = request(path)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
            return send((idempotencyKey == null ? request : request.header("Idempotency-Key", idempotencyKey)).build());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    public Answer upload(String path, String type, byte[] body) {
        return send(request(path)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    public Answer stream(String path, String type, Supplier<InputStream> body) {
        return send(request(path)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofInputStream(body))
                .build());
    }

    /** Lines of a stream of server-sent events, to its end. */
    public Stream<String> events(String path, long lastEventId) {
        HttpResponse<Stream<String>> response = follow(path, lastEventId);
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    /** A stream of server-sent events as soon as its answer has begun; its end is up to whoever closes it. */
    public HttpResponse<Stream<String>> follow(String path, long lastEventId) {
        try {
            HttpRequest request = request(path)
                    .header("Accept", "text/event-stream")
                    .header("Last-Event-ID", Long.toString(lastEventId))
                    .build();
            return CLIENT.send(request, BodyHandlers.ofLines());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    public JsonNode job(String id) {
        return get("/api/v1/training-jobs/" + id).expect(200);
    }

    public JsonNode jobOnce(String id, String status) {
        return awaitJob(id, Set.of(status));
    }

    public JsonNode ended(String id) {
        return awaitJob(id, LAST);
    }

    private JsonNode awaitJob(String id, Set<String> statuses) {
        return Awaitility.await("job " + id + " " + statuses)
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> job(id),
                        job -> statuses.contains(job.path("status").asText()));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", "Bearer " + token);
        return traceparent == null ? request : request.header("traceparent", traceparent);
    }

    private static Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
            boolean json =
                    response.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(response.statusCode(), json ? JSON.readTree(response.body()) : JSON.nullNode(), response);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
