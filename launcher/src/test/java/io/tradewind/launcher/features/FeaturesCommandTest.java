package io.tradewind.launcher.features;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
        assertThat(err.toString()).contains("unknown feature set 'everything', known: seed, alpha158, stationary, all");
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
