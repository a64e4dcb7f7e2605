package io.tradewind.launcher.demo;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradewind.embedded.kafka.KafkaServer;
import io.tradewind.embedded.kafka.KafkaSettings;
import io.tradewind.launcher.fleet.FleetFailure;
import io.tradewind.launcher.layout.FleetHome;
import io.tradewind.launcher.layout.ProcessName;
import io.tradewind.launcher.screen.Screen;
import io.tradewind.launcher.status.FleetStatus;
import io.tradewind.launcher.status.ProcessState;
import io.tradewind.launcher.status.ProcessStatus;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The steps of a demo over a real broker; the services answer from a script. */
@Timeout(120)
class DemoIT {
    private static final TopicPartition CANDLES = new TopicPartition("tradewind.candles", 0);
    private static final int ROWS = 600;
    private static final int LIVE = 120;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicLong now = new AtomicLong();

    @TempDir
    private Path directory;

    private static KafkaServer kafka;

    private ScriptedServices services;
    private Thread inference;
    private final CountDownLatch reading = new CountDownLatch(1);

    @BeforeAll
    static void startKafka() throws Exception {
        kafka = KafkaServer.start(KafkaSettings.temporary());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(CANDLES.topic(), 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    @AfterAll
    static void stopKafka() {
        kafka.close();
    }

    @BeforeEach
    void start() throws Exception {
        services = new ScriptedServices();
        inference = Thread.ofPlatform().start(this::takeCandles);
        reading.await();
        long history = DemoMarket.of(DemoPlanTest.plan(null, ROWS)).series().openTime(ROWS - LIVE - 1);
        now.set(history);
        services.on(
                "GET /api/v1/symbols",
                () -> List.of(Map.of(
                        "symbol",
                        "TEST",
                        "timeframe",
                        "1h",
                        "lastOpenTime",
                        Math.max(history, now.get()),
                        "now",
                        now.get())));
        services.on(
                "GET /api/v1/models/model-1/coverage",
                () -> Map.of("predictions", taken.get(), "joined", taken.get() - 1));
        services.on("GET /api/v1/models/model-2/coverage", () -> Map.of("predictions", 0, "joined", 0));
    }

    @AfterEach
    void stop() throws Exception {
        inference.interrupt();
        inference.join();
        services.close();
    }

    /** What inference does with the topic, as far as a demo sees it. */
    private void takeCandles() {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(CANDLES));
            consumer.seekToEnd(List.of(CANDLES));
            consumer.position(CANDLES);
            reading.countDown();
            while (true) {
                for (var record : consumer.poll(Duration.ofMillis(50))) {
                    JsonNode candle = new ObjectMapper().readTree(record.value());
                    assertThat(candle.path("origin").asText()).isEqualTo("LIVE");
                    taken.incrementAndGet();
                    now.set(candle.path("openTime").asLong());
                }
            }
        } catch (org.apache.kafka.common.errors.InterruptException ended) {
            Thread.currentThread().interrupt();
        } catch (java.io.IOException cause) {
            throw new AssertionError(cause);
        }
    }

    @Test
    void goesThroughTheWholeJobAndWritesItDown() throws Exception {
        // Given
        Demo demo = demo();
        Path file = directory.resolve("reports/demo.json");

        // When
        demo.noteStep("fleet up", Duration.ofSeconds(9));
        demo.run();
        demo.write(file);

        // Then
        JsonNode report = new ObjectMapper().readTree(file.toFile());
        assertThat(report.path("predictions").path("sent").asInt()).isEqualTo(LIVE);
        assertThat(report.path("predictions").path("joined").asInt()).isEqualTo(LIVE - 1);
        assertThat(report.path("predictions").path("due").asInt()).isEqualTo(LIVE - 1);
        assertThat(report.path("models").findValuesAsText("bundleDigest"))
                .containsExactly("0123456789abcdef", "0123456789abcdef");
        assertThat(report.path("experiment").path("pValue").asDouble()).isEqualTo(0.25);
        assertThat(report.path("experiment").path("arms").path(1).path("n").asInt())
                .isEqualTo(60);
        assertThat(report.path("experiment").path("winner").asText()).isEqualTo("inconclusive");
        assertThat(report.path("memory").path("peakBytes").asLong()).isEqualTo(13);
        assertThat(report.path("latency").path("lstm").path("p99Millis").asDouble())
                .isEqualTo(1.5);
        assertThat(report.path("alerts")).hasSize(2);
        List<String> steps = new ArrayList<>();
        report.path("steps").forEach(step -> steps.add(step.path("name").asText()));
        assertThat(steps)
                .containsExactly(
                        "fleet up",
                        "candles",
                        "training",
                        "evaluation",
                        "deployment",
                        "experiment",
                        "replay",
                        "results");
    }

    @Test
    void saysWhichGatesFailedAndOverridesOnlyThose() {
        // When
        demo().run();

        // Then
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("LSTM fails the gate edge: 0.01 is not at least 0.02")
                .contains("LSTM: gates overridden, reason: demonstration")
                .doesNotContain("XGBOOST: gates overridden")
                .contains("undeployed demo-lstm-old")
                .contains("conclusion: inconclusive. go on");
        assertThat(services.asked())
                .contains("POST /api/v1/models/model-2/deployment {\"version\":1}")
                .contains("DELETE /api/v1/models/old/deployment")
                .contains("POST /api/v1/experiments/earlier/stop {}");
    }

    @Test
    void endsWithTheReasonWhenAJobFails() {
        services.on("GET /api/v1/training-jobs/job-1", () -> Map.of("status", "FAILED", "reason", "too few rows"));

        assertThatThrownBy(() -> demo().run())
                .isInstanceOf(FleetFailure.class)
                .hasMessage("job job-1 ended FAILED: too few rows");
    }

    @Test
    void passesOnWhatAServiceObjectsTo() {
        services.on(
                "GET /api/v1/models/model-1/versions/1", () -> Map.of("status", "FAILED", "reason", "digest differs"));

        assertThatThrownBy(() -> demo().run()).hasMessageContaining("is FAILED: digest differs");
        Api api = new Api(service -> services.url(), () -> "eyJ");
        assertThatThrownBy(() -> api.get(ProcessName.REGISTRY, "/nowhere"))
                .hasMessage("GET " + services.url() + "/nowhere answered 404: Not found: no GET /nowhere");
    }

    private Demo demo() {
        Screen screen = new Screen(new PrintStream(bytes, true, StandardCharsets.UTF_8), false, 100);
        return new Demo(
                DemoPlanTest.plan(null, ROWS),
                this::status,
                new FleetHome(directory).prepare(),
                screen,
                Clock.systemUTC());
    }

    private FleetStatus status() {
        List<ProcessStatus> processes = new ArrayList<>();
        for (ProcessName name : ProcessName.values()) {
            String address = name == ProcessName.KAFKA ? kafka.bootstrapServers() : services.url();
            processes.add(new ProcessStatus(name.label(), ProcessState.READY, 1L, 1, address, 1, 2, 3, 0, null));
        }
        return new FleetStatus("/home", 0, 1, 11, 13, processes);
    }
}
