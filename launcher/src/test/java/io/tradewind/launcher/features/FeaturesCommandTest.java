package io.tradewind.launcher.features;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.tradewind.launcher.command.FleetCommand;
import io.tradewind.launcher.layout.Installation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class FeaturesCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private final StringWriter err = new StringWriter();

    @Test
    void writesARowForEachCandle() throws Exception {
        // Given
        Path candles = folder.resolve("candles.csv");
        Files.write(
                candles,
                List.of(
                        "timestamp,open,high,low,close,volume",
                        "2024-01-01T00:00:00Z,10,12,9,11,5",
                        "2024-01-01T01:00:00Z,11,12,10,10,6"));
        Path out = folder.resolve("features.csv");

        // When
        int exit = execute("--candles", candles.toString(), "--set", "body,return_1", "--out", out.toString());

        // Then
        assertThat(exit).isZero();
        assertThat(Files.readAllLines(out))
                .containsExactly(
                        "timestamp,body,return_1",
                        "2024-01-01T00:00:00Z,0.09090909090909091,",
                        "2024-01-01T01:00:00Z,-0.1,-0.09090909090909094");
    }

    /** Half a gigabyte would be read and written with all features; these few take the same way. */
    @Test
    void writesAMillionRows() throws Exception {
        // Given
        Path candles = folder.resolve("million.csv");
        writeMinutes(candles, 1_000_000);
        Path out = folder.resolve("features.csv");

        // When
        int exit = execute("--candles", candles.toString(), "--set", "return_1,sma_20,obv", "--out", out.toString());

        // Then
        assertThat(exit).isZero();
        try (Stream<String> lines = Files.lines(out)) {
            String[] sample = lines.limit(1_000_002)
                    .filter(line -> line.startsWith("timestamp") || line.startsWith("2022-11-26T10:39:00Z"))
                    .toArray(String[]::new);
            // A saw of ten prices, 100 to 109: the last close is 109, the mean of twenty 104.5, a total of 800,002 more
            // rises than falls.
            assertThat(sample)
                    .containsExactly(
                            "timestamp,return_1,sma_20,obv", "2022-11-26T10:39:00Z,0.0092592592592593,104.5,800002");
        }
        try (Stream<String> lines = Files.lines(out)) {
            assertThat(lines.count()).isEqualTo(1_000_001);
        }
    }

    private static void writeMinutes(Path file, int rows) throws IOException {
        try (BufferedWriter csv = Files.newBufferedWriter(file)) {
            csv.write("timestamp,open,high,low,close,volume\n");
            for (int i = 0; i < rows; i++) {
                csv.write((1_609_459_200L + 60L * i) + ",100,110,90," + (100 + i % 10) + ",1\n");
            }
        }
    }

    /** In a process of its own: the command reads and writes the descriptors themselves. */
    @Test
    void joinsAPipe() throws Exception {
        // Given
        Path candles = folder.resolve("candles.ndjson");
        Files.writeString(candles, "[1704067200,10,12,9,11,5]\n[1704070800,11,12,10,10,6]\n");
        Path out = folder.resolve("out.csv");
        Path screen = folder.resolve("screen.txt");

        // When
        Process process = new ProcessBuilder(
                        Installation.java(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FleetCommand.class.getName(),
                        "features",
                        "--candles",
                        "-",
                        "--set",
                        "return_1",
                        "--timeframe",
                        "1h",
                        "--out",
                        "-")
                .redirectInput(candles.toFile())
                .redirectOutput(out.toFile())
                .redirectError(screen.toFile())
                .start();

        // Then
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readAllLines(out))
                .containsExactly(
                        "timestamp,return_1", "2024-01-01T00:00:00Z,", "2024-01-01T01:00:00Z,-0.09090909090909094");
        assertThat(Files.readString(screen)).contains("2 rows of 1 features (return_1) in");
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void namesTheCandleOfAnotherTimeframe() throws Exception {
        Path candles = folder.resolve("mixed.csv");
        Files.writeString(candles, "1704067200,10,12,9,11,5\n1704067260,11,12,10,10,6\n");
        int exit = execute("--candles", candles.toString(), "--timeframe", "1h", "--out", folder + "/out.csv");
        assertThat(exit).isEqualTo(1);
        assertThat(err.toString()).contains("candle 1 at 2024-01-01T00:01:00Z mixes timeframes");
    }

    @Test
    void namesTheFileThatIsNotThere() {
        int exit = execute("--candles", folder.resolve("none.csv").toString());
        assertThat(exit).isEqualTo(1);
        assertThat(err.toString()).contains("none.csv").contains("no such file");
    }

    @Test
    void namesTheSetThatIsUnknown() {
        int exit = execute("--candles", "-", "--set", "everything");
        assertThat(exit).isEqualTo(1);
        assertThat(err.toString())
                .contains("unknown feature set 'everything', known: seed, alpha158, stationary, candle, all");
    }

    private int execute(String... arguments) {
        return new CommandLine(new FeaturesCommand())
                .setErr(new PrintWriter(err))
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr().println(failure.getMessage());
                    return 1;
                })
                .execute(arguments);
    }
}
