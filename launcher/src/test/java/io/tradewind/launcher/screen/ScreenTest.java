package io.tradewind.launcher.screen;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ScreenTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void alignsNumbersToTheRight() {
        assertThat(new TextTable(List.of("name", "n"), List.of(List.of("a", "1"), List.of("bcd", "1,234"))).lines())
                .containsExactly("  name      n", "  a         1", "  bcd   1,234");
    }

    @Test
    void replacesPassingLinesOnATerminal() {
        Screen screen = screen(true);

        screen.bar("work", 0.5, "half of it and very much more than fits");
        screen.line("done");

        assertThat(text()).isEqualTo("\r\u001b[Kwork [############...........\r\u001b[Kdone\n");
    }

    @Test
    void leavesPassingLinesOutOfFiles() {
        Screen screen = screen(false);

        screen.passing("not for files");
        screen.heading("Part");

        assertThat(text()).isEqualTo("\n== Part\n");
    }

    @Test
    void writesFiguresAsPeopleReadThem() {
        assertThat(Figures.memory(300L << 20)).isEqualTo("300 MiB");
        assertThat(Figures.memory(0)).isEqualTo("-");
        assertThat(Figures.seconds(Duration.ofMillis(1250))).isEqualTo("1.3 s");
        assertThat(Figures.span(Duration.ofSeconds(59))).isEqualTo("59s");
        assertThat(Figures.span(Duration.ofSeconds(61))).isEqualTo("1m01s");
        assertThat(Figures.span(Duration.ofMinutes(125))).isEqualTo("2h05m");
        assertThat(Figures.percent(0.5678)).isEqualTo("56.78 %");
        assertThat(Figures.percent(Double.NaN)).isEqualTo("-");
        assertThat(Figures.decimal(1.23456, 2)).isEqualTo("1.23");
    }

    private Screen screen(boolean terminal) {
        return new Screen(new PrintStream(bytes, true, StandardCharsets.UTF_8), terminal, 30);
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
