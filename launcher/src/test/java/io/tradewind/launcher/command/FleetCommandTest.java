package io.tradewind.launcher.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class FleetCommandTest {
    private final PrintStream before = System.out;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    @BeforeEach
    void capture() {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void release() {
        System.setOut(before);
    }

    @Test
    void showsTheCoverageOfModulesWhoseTestsHaveRun() throws Exception {
        Files.createDirectories(directory.resolve("libs/market"));
        System.setProperty("tradewind.root", directory.toString());
        try {
            assertThat(run("coverage")).isZero();
        } finally {
            System.clearProperty("tradewind.root");
        }

        assertThat(text()).contains("module").doesNotContain("market");
    }

    @Test
    void printsATokenAndNothingElse() {
        assertThat(run("token", "--user", "alice", "--role", "user,admin", "--ttl", "PT5M"))
                .isZero();

        assertThat(text()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\\n");
    }

    @Test
    void refusesARoleThereIsNotInOneLine() {
        assertThat(run("token", "--user", "alice", "--role", "root")).isEqualTo(1);

        assertThat(err.toString()).isEqualTo("fleet: role must be one of user, admin, service, was root\n");
    }

    @Test
    void tellsByItsExitStatusThatTheFleetIsDown() {
        assertThat(run("status")).isEqualTo(3);
        assertThat(run("status", "--json")).isEqualTo(3);
        assertThat(run("down")).isZero();
        assertThat(run("stop", "kafka")).isEqualTo(1);
        assertThat(run("start", "kafka")).isEqualTo(1);
        assertThat(run("restart", "redis")).isEqualTo(1);

        assertThat(text()).isEqualTo("the fleet is not up\n{}\nthe fleet is not up\n");
        assertThat(err.toString()).contains("fleet: no process is called redis");
    }

    @Test
    void showsTheEndOfALog() throws Exception {
        Files.createDirectories(directory.resolve("logs"));
        Files.writeString(directory.resolve("logs/kafka.log"), "one\ntwo\nthree\n");
        Files.writeString(directory.resolve("logs/supervisor.log"), "all is well\n");

        assertThat(run("logs", "kafka", "-n", "2")).isZero();
        assertThat(run("logs", "supervisor")).isZero();
        assertThat(run("logs", "registry")).isEqualTo(1);

        assertThat(text()).isEqualTo("two\nthree\nall is well\n");
        assertThat(err.toString()).startsWith("fleet: registry has not written a log yet");
    }

    @Test
    void writesTheSameCandlesForTheSameSeed() throws Exception {
        Path first = directory.resolve("first.csv");
        Path second = directory.resolve("second.csv");

        assertThat(run("candles", "--rows", "50", "--seed", "7", "--out", first.toString()))
                .isZero();
        assertThat(run("candles", "--rows", "50", "--seed", "7", "--out", second.toString()))
                .isZero();

        assertThat(first).hasSameTextualContentAs(second);
        assertThat(Files.readAllLines(first)).hasSize(51).startsWith("timestamp,open,high,low,close,volume");
    }

    @Test
    void refusesADemoOnAFileThatIsNotThereBeforeItStartsAnything() {
        assertThat(run("demo", "--candles", directory.resolve("absent.csv").toString()))
                .isEqualTo(1);

        assertThat(err.toString()).isEqualTo("fleet: cannot read " + directory.resolve("absent.csv") + "\n");
    }

    @Test
    void explainsItself() {
        assertThat(run()).isZero();
        assertThat(run("help", "demo")).isZero();

        assertThat(text()).contains("Usage: ./fleet COMMAND", "--report");
    }

    /** Runs a command with this test's home. */
    private int run(String... arguments) {
        CommandLine line = FleetCommand.commandLine().setErr(new PrintWriter(err));
        boolean ofAFleet = arguments.length > 0 && !arguments[0].equals("help");
        String[] all = ofAFleet ? java.util.Arrays.copyOf(arguments, arguments.length + 1) : arguments;
        if (ofAFleet) {
            all[arguments.length] = "--home=" + directory;
        }
        return line.setOut(new PrintWriter(System.out, true)).execute(all);
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
