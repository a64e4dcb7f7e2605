package io.tradewind.market.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.tradewind.market.Markets;
import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.feature.FeatureMatrix;
import io.tradewind.market.feature.FeaturePipeline;
import io.tradewind.market.feature.FeatureSet;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FeatureExportTest {
    @Test
    void writesWhatTheBatchComputes() throws IOException {
        // Given
        CandleSeries series = Markets.ordinary(700);
        StringBuilder csv = new StringBuilder("timestamp,open,high,low,close,volume\n");
        for (int i = 0; i < series.size(); i++) {
            csv.append(Instant.ofEpochMilli(series.openTime(i)))
                    .append(',')
                    .append(series.open(i) + "," + series.high(i) + "," + series.low(i))
                    .append("," + series.close(i) + "," + series.volume(i) + "\n");
        }
        FeatureSet all = FeatureSet.named("all");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Long> progress = new ArrayList<>();

        // When
        long rows = new FeatureExport(all).run(bytes(csv.toString()), out, progress::add);

        // Then
        FeatureMatrix matrix = FeaturePipeline.of(all).compute(series);
        String[] lines = out.toString(StandardCharsets.US_ASCII).split("\n");
        assertThat(rows).isEqualTo(700);
        assertThat(progress).containsExactly(700L);
        assertThat(lines[0]).isEqualTo("timestamp," + String.join(",", all.names()));
        for (int row = 0; row < 700; row++) {
            String[] cells = lines[row + 1].split(",", -1);
            assertThat(cells[0])
                    .isEqualTo(Instant.ofEpochMilli(series.openTime(row)).toString());
            for (int column = 0; column < all.size(); column++) {
                double value = cells[column + 1].isEmpty() ? Double.NaN : Double.parseDouble(cells[column + 1]);
                // Zero has two signs and one spelling.
                assertThat(Double.compare(value + 0.0, matrix.get(row, column) + 0.0))
                        .isZero();
            }
        }
    }

    @Test
    void passesAMillionRowsThroughInConstantMemory() throws IOException {
        // Given a file far larger than what may be held at once, made as it is read
        FeatureExport export = new FeatureExport(FeatureSet.of(List.of("return_1", "sma_20", "rsi_14")));
        CountingOutput out = new CountingOutput();
        List<Long> progress = new ArrayList<>();

        // When
        long rows = export.run(new MillionRows(1_000_000), out, progress::add);

        // Then
        assertThat(rows).isEqualTo(1_000_000);
        assertThat(out.lines).isEqualTo(1_000_001);
        assertThat(progress).hasSize(101).endsWith(990_000L, 1_000_000L, 1_000_000L);
    }

    @Test
    void namesTheLineOrCandleThatStopsIt() {
        FeatureExport export = new FeatureExport(FeatureSet.of(List.of("return_1")));
        assertThatThrownBy(() -> export.run(bytes("1,1,1,1,1,1\n2,1,1,1,x,1\n"), new CountingOutput(), rows -> {}))
                .hasMessage("line 2: close is not a number: 'x'");
        assertThatThrownBy(() -> export.run(bytes("2,1,1,1,1,1\n1,1,1,1,1,1\n"), new CountingOutput(), rows -> {}))
                .hasMessageContaining("candle 1 opens at 1970-01-01T00:00:01Z, not after 1970-01-01T00:00:02Z");
    }

    @Test
    void passesOnWhatTheOutputComplainsAbout() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        FeatureExport export = new FeatureExport(FeatureSet.of(List.of("return_1")));
        assertThatThrownBy(() -> export.run(bytes("1,1,1,1,1,1\n"), full, rows -> {}))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }

    @Test
    void theCommittedPageIsCurrent() throws IOException {
        Path page = repository().resolve("docs/features.md");
        assertThat(Files.readString(page))
                .as("docs/features.md; write it anew as the page itself says")
                .isEqualTo(FeaturePage.render());
    }

    private static Path repository() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(at.resolve("libs/market"))) {
            at = at.getParent();
        }
        return at;
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Candles of a sine, written as they are asked for. */
    private static final class MillionRows extends InputStream {
        private final int rows;
        private byte[] line = "timestamp,open,high,low,close,volume\n".getBytes(StandardCharsets.US_ASCII);
        private int at;
        private int row;

        MillionRows(int rows) {
            this.rows = rows;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (at == line.length) {
                if (row == rows) {
                    return -1;
                }
                double price = 100 + Math.rint(1000 * Math.sin(row / 50.0)) / 100;
                String text =
                        1_600_000_000L + 60L * row + ",100," + (price + 10) + "," + (price - 10) + "," + price + ",1\n";
                line = text.getBytes(StandardCharsets.US_ASCII);
                at = 0;
                row++;
            }
            int count = Math.min(length, line.length - at);
            System.arraycopy(line, at, target, offset, count);
            at += count;
            return count;
        }
    }

    private static final class CountingOutput extends OutputStream {
        private long lines;

        @Override
        public void write(int b) {
            lines += b == '\n' ? 1 : 0;
        }
    }
}
