package io.tradewind.launcher.supervise;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LogsTest {

    @TempDir
    private Path directory;

    @Test
    void findsTheLineThatSaysWhyAProcessDied() throws Exception {
        Path log = Files.writeString(directory.resolve("a.log"), """
                INFO starting
                ERROR Failed to start application
                Caused by: java.net.ConnectException: Connection refused
                \tat java.base/sun.nio.ch.Net.pollConnect(Native Method)
                \t... 12 more
                INFO stopped
                """);

        assertThat(LogTail.lastWords(log)).isEqualTo("Caused by: java.net.ConnectException: Connection refused");
        assertThat(LogTail.lines(log, 1)).containsExactly("INFO stopped");
    }

    @Test
    void takesTheLastLineWhereNoneSpeaksOfTrouble() throws Exception {
        Path log = Files.writeString(directory.resolve("b.log"), "one\ntwo\n");

        assertThat(LogTail.lastWords(log)).isEqualTo("two");
        assertThat(LogTail.lastWords(directory.resolve("absent.log"))).isEqualTo("it said nothing");
    }

    @Test
    void putsLongLogsAsideAndKeepsThree() throws Exception {
        // Given
        Path log = directory.resolve("c.log");
        LogRotation rotation = new LogRotation(directory, 5);

        // When
        for (int generation = 1; generation <= 5; generation++) {
            Files.writeString(log, "long text " + generation);
            rotation.rotate();
        }

        // Then
        assertThat(log).isEmptyFile();
        assertThat(directory.resolve("c.log.1")).hasContent("long text 5");
        assertThat(directory.resolve("c.log.3")).hasContent("long text 3");
        assertThat(directory.resolve("c.log.4")).doesNotExist();
    }

    @Test
    void leavesShortLogsAlone() throws Exception {
        Path log = Files.writeString(directory.resolve("d.log"), "tiny");

        new LogRotation(directory, 5).rotate();

        assertThat(log).hasContent("tiny");
    }
}
