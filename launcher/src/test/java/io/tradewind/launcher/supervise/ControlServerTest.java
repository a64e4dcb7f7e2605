package io.tradewind.launcher.supervise;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.tradewind.launcher.fleet.FreePorts;
import io.tradewind.launcher.layout.FleetHome;
import io.tradewind.launcher.layout.FleetPorts;
import io.tradewind.launcher.layout.ProcessName;
import io.tradewind.launcher.supervise.ChildProcess.Plan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class ControlServerTest {

    @TempDir
    private Path directory;

    private final HttpClient http = HttpClient.newHttpClient();
    private final CountDownLatch down = new CountDownLatch(1);
    private Supervisor supervisor;
    private ControlServer server;

    @BeforeEach
    void start() throws Exception {
        FleetHome home = new FleetHome(directory).prepare();
        FleetPorts ports = FreePorts.find();
        Map<ProcessName, Launch> launches = new EnumMap<>(ProcessName.class);
        for (ProcessName name : java.util.List.of(ProcessName.KAFKA, ProcessName.REGISTRY)) {
            int port = ports.of(name);
            launches.put(
                    name,
                    new ChildProcess(new Plan(
                            name.label(),
                            TinyService.command(),
                            Map.of("QUARKUS_HTTP_PORT", Integer.toString(port)),
                            home.data(name),
                            home.log(name),
                            port,
                            "/q/health/ready")));
        }
        supervisor = new Supervisor(home, ports, launches, Duration.ofSeconds(5));
        server = new ControlServer(supervisor, "secret", down::countDown);
    }

    @AfterEach
    void stop() throws Exception {
        supervisor.stopAll();
        server.close();
    }

    @Test
    void startsStoresBeforeServicesAndTellsWhatRuns() throws Exception {
        // When
        supervisor.startAll();
        supervisor.sampleMemory();

        // Then
        HttpResponse<String> status = send("GET", "/status", "secret");
        assertThat(status.statusCode()).isEqualTo(200);
        assertThat(supervisor.status().of(ProcessName.KAFKA).startMillis()).isPositive();
        assertThat(supervisor.status().of(ProcessName.KAFKA).memoryBytes()).isGreaterThan(1 << 20);
        assertThat(supervisor.status().peakMemoryBytes()).isGreaterThan(1 << 20);
        assertThat(status.body()).contains("\"name\":\"kafka\",\"state\":\"READY\"");
    }

    @Test
    void stopsAndStartsSingleProcesses() throws Exception {
        supervisor.startAll();

        assertThat(send("POST", "/processes/kafka/stop", "secret").statusCode()).isEqualTo(200);
        assertThat(supervisor.status().of(ProcessName.KAFKA).pid()).isNull();
        assertThat(send("POST", "/processes/kafka/start", "secret").statusCode())
                .isEqualTo(200);
        assertThat(send("POST", "/processes/kafka/kick", "secret").body())
                .isEqualTo("a process can be started and stopped, not kick");
        assertThat(send("POST", "/processes/redis/stop", "secret").statusCode()).isEqualTo(400);
        assertThat(send("GET", "/elsewhere", "secret").statusCode()).isEqualTo(404);
    }

    @Test
    void obeysOnlyThoseWhoKnowTheSecret() throws Exception {
        assertThat(send("POST", "/down", "guess").statusCode()).isEqualTo(401);
        assertThat(down.getCount()).isEqualTo(1);

        assertThat(send("POST", "/down", "secret").statusCode()).isEqualTo(202);
        assertThat(down.await(5, TimeUnit.SECONDS)).isTrue();
    }

    private HttpResponse<String> send(String method, String path, String secret) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, BodyPublishers.noBody())
                .header("Authorization", "Bearer " + secret)
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
