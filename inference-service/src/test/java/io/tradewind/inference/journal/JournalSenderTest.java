package io.tradewind.inference.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SuppressWarnings("try")
class JournalSenderTest {

    private static final JournalSender.Pace PACE =
            new JournalSender.Pace(16, Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofSeconds(5));

    @TempDir
    Path directory;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final JournalCounters counters = new JournalCounters(metrics);
    private final Broker broker = new Broker();
    private JournalLog log;

    /** Takes records on another thread, in any order of acknowledgement, and fails as it is told. */
    private static final class Broker implements RecordSink {
        final List<String> received = Collections.synchronizedList(new ArrayList<>());
        final ExecutorService thread = Executors.newFixedThreadPool(2);
        final Random random = new Random(3);
        volatile boolean away;
        volatile double failing;
        volatile String refused = "";

        @Override
        public void send(byte[] payload, Listener listener) {
            String text = new String(payload, StandardCharsets.UTF_8);
            boolean fails = away || random.nextDouble() < failing;
            thread.execute(() -> {
                if (text.equals(refused)) {
                    listener.failed(Failure.REFUSED, new IllegalArgumentException("too large"));
                } else if (fails) {
                    listener.failed(Failure.TRANSIENT, new IOException("away"));
                } else {
                    received.add(text);
                    listener.delivered();
                }
            });
        }

        @Override
        public void close() {
            thread.shutdownNow();
        }
    }

    @BeforeEach
    void open() throws IOException {
        log = new JournalLog(directory, 1 << 20, 512);
    }

    @AfterEach
    void close() {
        broker.close();
    }

    @Test
    void deliversEverythingAndDeletesIt() {
        try (JournalSender sender = sender();
                JournalWriter writer = writer(sender)) {
            write(writer, 0, 300);

            await().until(() -> log.pendingBytes() == 0);
            assertThat(broker.received).containsExactlyInAnyOrderElementsOf(names(0, 300));
            assertThat(log.segmentCount()).isLessThanOrEqualTo(2);
            assertThat(counters.depth()).isZero();
        }
    }

    @Test
    void sendsAgainWhatDidNotArriveUntilEverythingHas() {
        broker.failing = 0.05;
        try (JournalSender sender = sender();
                JournalWriter writer = writer(sender)) {
            write(writer, 0, 300);

            await().until(() -> log.pendingBytes() == 0);
            assertThat(new LinkedHashSet<>(broker.received)).containsExactlyInAnyOrderElementsOf(names(0, 300));
            assertThat(counters.depth()).isZero();
        }
    }

    @Test
    void keepsWhatComesWhileTheBrokerIsAwayAndDeliversItAfterwards() {
        broker.away = true;
        try (JournalSender sender = sender();
                JournalWriter writer = writer(sender)) {
            write(writer, 0, 200);
            assertThat(counters.depth()).isEqualTo(200);

            broker.away = false;

            await().until(() -> log.pendingBytes() == 0);
            assertThat(new LinkedHashSet<>(broker.received)).hasSize(200);
        }
    }

    @Test
    void deliversAfterARestartWhatAnEarlierProcessLeft() throws IOException {
        for (String name : names(0, 40)) {
            log.append(List.of(name.getBytes(StandardCharsets.UTF_8)));
        }
        JournalLog reopened = new JournalLog(directory, 1 << 20, 512);

        try (JournalSender sender = new JournalSender(reopened, broker, counters, PACE)) {
            await().until(() -> reopened.pendingBytes() == 0);
            assertThat(broker.received).containsExactlyInAnyOrderElementsOf(names(0, 40));
        }
    }

    @Test
    void sendsNothingTwiceAfterAnOrderlyRestart() throws IOException {
        try (JournalSender sender = sender();
                JournalWriter writer = writer(sender)) {
            write(writer, 0, 40);
            await().until(() -> log.pendingBytes() == 0);
        }
        log.close();
        JournalLog reopened = new JournalLog(directory, 1 << 20, 512);

        assertThat(reopened.countPending()).isZero();
    }

    @Test
    void dropsAndCountsARecordTheBrokerRefusesForGood() {
        broker.refused = "7";
        try (JournalSender sender = sender();
                JournalWriter writer = writer(sender)) {
            write(writer, 0, 20);

            await().until(() -> log.pendingBytes() == 0);
            assertThat(broker.received).hasSize(19).doesNotContain("7");
            assertThat(counters.droppedInAll()).isEqualTo(1);
        }
    }

    @Test
    void countsWhatItDropsWhenTheJournalIsFull() throws IOException {
        broker.away = true;
        log = new JournalLog(directory.resolve("small"), 100, 512);
        try (JournalSender sender = sender();
                JournalWriter writer = writer(sender)) {
            List<Stored> stored = write(writer, 0, 20);

            assertThat(stored).contains(Stored.KEPT, Stored.DROPPED);
            long dropped = stored.stream().filter(Stored.DROPPED::equals).count();
            assertThat(counters.droppedInAll()).isEqualTo(dropped);
            assertThat(metrics.counter("tradewind.inference.journal.dropped", "reason", "journal-full")
                            .count())
                    .isEqualTo(dropped);
        }
    }

    @Test
    void takesNothingAfterItsEnd() {
        JournalWriter writer;
        try (JournalSender sender = sender()) {
            writer = writer(sender);
            writer.close();
        }

        assertThat(write(writer, 0, 1)).containsExactly(Stored.DROPPED);
    }

    private JournalSender sender() {
        return new JournalSender(log, broker, counters, PACE);
    }

    private JournalWriter writer(JournalSender sender) {
        return new JournalWriter(log, counters, 1_000, Duration.ofMillis(20), sender::wake);
    }

    private static List<Stored> write(JournalWriter writer, int from, int to) {
        List<CompletionStage<Stored>> stored = names(from, to).stream()
                .map(name -> writer.append(() -> List.of(name.getBytes(StandardCharsets.UTF_8)), 1))
                .toList();
        return stored.stream().map(stage -> stage.toCompletableFuture().join()).toList();
    }

    private static List<String> names(int from, int to) {
        return IntStream.range(from, to).mapToObj(Integer::toString).toList();
    }
}
