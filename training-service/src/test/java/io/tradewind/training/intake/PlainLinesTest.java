package io.tradewind.training.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;

import io.tradewind.training.support.CandleFiles;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PlainLinesTest {

    @Test
    void givesPlainAndPackedTextAlike() throws IOException {
        // Given
        byte[] text = CandleFiles.bytes("a line\nanother\n");

        // When, Then
        assertThat(PlainLines.of(new ByteArrayInputStream(text)).readAllBytes()).isEqualTo(text);
        assertThat(PlainLines.of(new ByteArrayInputStream(CandleFiles.gzip(text)))
                        .readAllBytes())
                .isEqualTo(text);
        assertThat(PlainLines.of(new ByteArrayInputStream(new byte[0])).readAllBytes())
                .isEmpty();
    }

    @Test
    void refusesALineThatWouldFillTheMemoryHoweverWellItIsPacked() {
        // Given
        byte[] line = new byte[PlainLines.LONGEST_LINE + 2];
        Arrays.fill(line, (byte) '1');

        // When, Then
        assertThatThrownBy(() -> PlainLines.of(new ByteArrayInputStream(CandleFiles.gzip(line)))
                        .readAllBytes())
                .isInstanceOf(PlainLines.LineTooLongException.class);
        assertThatThrownBy(() -> {
                    PlainLines lines = PlainLines.of(new ByteArrayInputStream(line));
                    while (lines.read() >= 0) {
                        continue;
                    }
                })
                .isInstanceOf(PlainLines.LineTooLongException.class);
    }
}
