package io.tradewind.training.intake;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tradewind.testkit.TestTokens;
import io.tradewind.training.support.Api;
import io.tradewind.training.support.CandleFiles;
import io.tradewind.training.support.TrainingService;
import io.tradewind.training.support.Unpublished;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@TrainingService
class MillionRowsIT {

    private static final long ROWS = 1_000_000;
    private static final long MOST_GROWTH_BYTES = 64L << 20;
    private static final Duration SAMPLED_EVERY = Duration.ofSeconds(2);

    @TestHTTPResource("/")
    URI base;

    @Inject
    Unpublished unpublished;

    @AfterEach
    void tidy() throws Exception {
        unpublished.forget();
    }

    /** Live memory, measured right after collections while the upload runs; the file is made up as it is sent. */
    @Test
    void importsAMillionRowsWithoutHoldingThemInMemory() {
        // Given
        Api alice = new Api(base, TestTokens.user("alice"));
        alice.upload(CandleFiles.importPath("WARMUP", "1m"), "text/csv", CandleFiles.csv(CandleFiles.market(10)));
        long before = liveBytes();
        AtomicLong peak = new AtomicLong(before);

        // When
        JsonNode report;
        try (ScheduledExecutorService sampler = Executors.newSingleThreadScheduledExecutor()) {
            sampler.scheduleWithFixedDelay(
                    () -> peak.accumulateAndGet(liveBytes(), Math::max),
                    0,
                    SAMPLED_EVERY.toMillis(),
                    TimeUnit.MILLISECONDS);
            report = alice.stream(CandleFiles.importPath("MILLION", "1m"), "text/csv", Generated::new)
                    .expect(200);
            sampler.shutdownNow();
        }

        // Then
        assertThat(report.path("accepted").asLong()).isEqualTo(ROWS);
        assertThat(report.path("gaps").asLong()).isZero();
        assertThat(peak.get() - before)
                .as("heap grew from %,d to %,d bytes", before, peak.get())
                .isLessThan(MOST_GROWTH_BYTES);
    }

    private static long liveBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** A CSV file that exists one row at a time. */
    private static final class Generated extends InputStream {

        private byte[] row = CandleFiles.bytes("timestamp,open,high,low,close,volume\n");
        private int at;
        private long made;

        @Override
        public int read() throws IOException {
            return refill() ? row[at++] : -1;
        }

        /** Fills what it is given: a client sends every read as a chunk of its own. */
        @Override
        public int read(byte[] target, int offset, int length) {
            int filled = 0;
            while (filled < length && refill()) {
                int copied = Math.min(length - filled, row.length - at);
                System.arraycopy(row, at, target, offset + filled, copied);
                at += copied;
                filled += copied;
            }
            return filled == 0 ? -1 : filled;
        }

        private boolean refill() {
            if (at == row.length && made < ROWS) {
                double price = 100 + Math.sin(made / 1000.0);
                row = CandleFiles.bytes((CandleFiles.START + made * 60_000) + "," + price + ',' + (price + 0.5) + ','
                        + (price - 0.5) + ',' + (price + 0.1) + ',' + (made % 977) + "\n");
                at = 0;
                made++;
            }
            return at < row.length;
        }
    }
}
