package io.tradewind.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** The registry's file endpoint, holding what tests put there; to a caller without a token it answers 401. */
public final class FakeRegistry implements QuarkusTestResourceLifecycleManager {

    private static final String URL = "tradewind.test.registry";

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private HttpServer server;

    /** Gives a version a file. */
    public static void put(UUID modelId, int version, String name, String content) {
        URI address = URI.create(
                System.getProperty(URL) + "/api/v1/models/%s/versions/%d/files/%s".formatted(modelId, version, name));
        HttpRequest request = HttpRequest.newBuilder(address)
                .PUT(HttpRequest.BodyPublishers.ofString(content))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.send(request, HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        // Tests run in another class loader than this resource.
        System.setProperty(URL, url);
        return Map.of("tradewind.services.registry.url", url);
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (exchange.getRequestMethod().equals("PUT")) {
                files.put(path, exchange.getRequestBody().readAllBytes());
                exchange.sendResponseHeaders(204, -1);
                return;
            }
            byte[] file = files.get(path);
            boolean known = exchange.getRequestHeaders().containsKey("Authorization");
            if (!known || file == null) {
                exchange.sendResponseHeaders(known ? 404 : 401, -1);
                return;
            }
            if (!takesOctets(exchange)) {
                exchange.sendResponseHeaders(406, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
            exchange.sendResponseHeaders(200, file.length);
            exchange.getResponseBody().write(file);
        }
    }

    /** The registry gives files as octets, and refuses who takes something else only. */
    private static boolean takesOctets(HttpExchange exchange) {
        return exchange.getRequestHeaders().getOrDefault("Accept", List.of("*/*")).stream()
                .anyMatch(accepted -> accepted.contains("*/*") || accepted.contains("application/octet-stream"));
    }
}
