package io.tradewind.benchmarks.features;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FeatureReportTest {
    private static final String BEGIN = "<!-- feature benchmarks: begin -->";
    private static final String END = "<!-- feature benchmarks: end -->";

    @TempDir
    private Path folder = Path.of("");

    /** As short as a run can be and in this JVM: it shows that everything runs, not how fast. */
    @Test
    void writesTheTablesBetweenTheMarkers() throws Exception {
        // Given
        Path page = folder.resolve("performance.md");
        Files.writeString(page, "before\n" + BEGIN + "\nold\n" + END + "\nafter\n");

        // When
        FeatureReport.main(("%s -f 0 -wi 0 -i 1 -r 1ms -p indicator=SMA,MOM -p set=stationary -p candles=500 -v SILENT")
                .formatted(page)
                .split(" "));

        // Then
        List<String> lines = Files.readAllLines(page);
        assertThat(lines).startsWith("before", BEGIN).endsWith(END, "after");
        assertThat(lines).doesNotContain("old");
        String figure = "\\d+(\\.\\d\\d)?";
        assertThat(lines)
                .filteredOn(line -> line.startsWith("| SMA"))
                .singleElement()
                .matches(line -> line.matches("\\| SMA \\| F \\| F \\| F \\| F \\|".replace("F", figure)));
        assertThat(lines)
                .filteredOn(line -> line.startsWith("| MOM"))
                .singleElement()
                .matches(line -> line.endsWith("| - |"));
        assertThat(lines)
                .filteredOn(line -> line.startsWith("| stationary"))
                .singleElement()
                .matches(line ->
                        line.matches("\\| stationary \\| \\d+ \\| F \\| F \\| F \\| 500 \\|".replace("F", figure)));
    }

    @Test
    void refusesAPageWithoutMarkers() throws Exception {
        Path page = folder.resolve("page.md");
        Files.writeString(page, "text\n");
        assertThatThrownBy(() -> FeatureReport.main(new String[] {page.toString()}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("page.md has no lines");
        assertThatThrownBy(() -> FeatureReport.main(new String[0])).hasMessageStartingWith("usage: FeatureReport");
    }
}
