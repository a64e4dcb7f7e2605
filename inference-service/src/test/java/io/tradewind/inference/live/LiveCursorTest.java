package io.tradewind.inference.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LiveCursorTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void place() {
        file = folder.resolve("cursor.json");
    }

    @Test
    void isFreshUntilItHasBegun() {
        LiveCursor cursor = new LiveCursor(file);
        assertThat(cursor.fresh()).isTrue();
        assertThat(cursor.passed(0, 0)).isFalse();

        cursor.begin();

        assertThat(new LiveCursor(file).fresh()).isFalse();
    }

    @Test
    void remembersHowFarEachPartitionWasDealtWith() {
        new LiveCursor(file).advance(Map.of(0, 5L, 2, 9L));

        LiveCursor cursor = new LiveCursor(file);

        assertThat(cursor.fresh()).isFalse();
        assertThat(cursor.passed(0, 5)).isTrue();
        assertThat(cursor.passed(0, 6)).isFalse();
        assertThat(cursor.passed(1, 0)).isFalse();
        assertThat(cursor.passed(2, 1)).isTrue();
    }

    @Test
    void neverGoesBack() {
        LiveCursor cursor = new LiveCursor(file);
        cursor.advance(Map.of(0, 5L));

        cursor.advance(Map.of(0, 3L));

        assertThat(cursor.passed(0, 5)).isTrue();
    }

    @Test
    void takesADamagedFileForOneThatPassedNothing() throws IOException {
        Files.writeString(file, "{broken");

        LiveCursor cursor = new LiveCursor(file);

        assertThat(cursor.fresh()).isFalse();
        assertThat(cursor.passed(0, 0)).isFalse();
    }
}
