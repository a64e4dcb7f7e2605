package io.tradewind.system;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A real Prometheus scrapes every service; skipped where none is installed. */
@ExtendWith(FleetExtension.class)
class PrometheusIT {

    @TempDir
    Path directory;

    @Test
    void isScrapedByARealPrometheusWithEveryTargetUp(Fleet fleet) throws IOException {
        assumeTrue(installed(), "no prometheus on the PATH: apt-get install prometheus");
        // Given
        int port = freePort();
        Path config = Files.writeString(directory.resolve("prometheus.yml"), configuration(fleet));
        Process prometheus = new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + directory.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("prometheus.log").toFile())
                .start();
        try {
            // Then
            Eventually.within(Duration.ofSeconds(60)).passes(() -> {
                JsonNode up = query(port, "up");
                assertThat(up.size()).isEqualTo(Service.values().length);
                for (JsonNode target : up) {
                    assertThat(target.path("value").path(1).asText())
                            .as(target.path("metric").toString())
                            .isEqualTo("1");
                }
            });
        } finally {
            prometheus.destroy();
            prometheus.onExit().join();
        }
    }

    private static boolean installed() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "prometheus")));
    }

    private static String configuration(Fleet fleet) {
        StringBuilder yaml = new StringBuilder("global:\n  scrape_interval: 1s\nscrape_configs:\n");
        for (Service service : Service.values()) {
            yaml.append("  - job_name: ")
                    .append(service.process())
                    .append("\n    metrics_path: /q/metrics\n")
                    .append("    static_configs:\n      - targets: ['127.0.0.1:")
                    .append(fleet.port(service))
                    .append("']\n");
        }
        return yaml.toString();
    }

    /** Result vector of an instant query; a Prometheus that is not up yet is an {@link AssertionError}. */
    private static JsonNode query(int port, String expression) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String body = http.send(
                            HttpRequest.newBuilder(URI.create(
                                            "http://127.0.0.1:" + port + "/api/v1/query?query=" + expression))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            return new ObjectMapper().readTree(body).path("data").path("result");
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
