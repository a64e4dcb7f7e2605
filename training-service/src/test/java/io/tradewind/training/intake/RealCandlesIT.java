package io.tradewind.training.intake;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Reports on real files against what their manifest says of them. */
@QuarkusTest
@TrainingService
class RealCandlesIT {

    private static final Map<Long, String> TIMEFRAMES = Map.of(3_600L, "1h", 14_400L, "4h", 86_400L, "1d");

    @TestHTTPResource("/")
    URI base;

    @Inject
    Unpublished unpublished;

    @AfterEach
    void tidy() throws Exception {
        unpublished.forget();
    }

    @Test
    void reportsWhatTheManifestSaysOfEveryFile() throws IOException {
        // Given
        Optional<Path> data = data();
        assumeTrue(data.isPresent(), "no real candles here: set TRADEWIND_SHARED or put shared/ beside the project");
        Api alice = new Api(base, TestTokens.user("alice"));
        JsonNode files =
                new ObjectMapper().readTree(data.get().resolve("manifest.json").toFile());

        for (JsonNode file : files) {
            // When
            String name = file.path("file").asText();
            String symbol = "REAL-" + name.substring(0, name.indexOf('-'));
            String path = CandleFiles.importPath(
                    symbol, TIMEFRAMES.get(file.path("tf_s").asLong()));
            JsonNode report = alice.upload(
                            path, "text/csv", Files.readAllBytes(data.get().resolve(name)))
                    .expect(200);

            // Then
            assertThat(report.path("accepted").asLong())
                    .as(name)
                    .isEqualTo(file.path("rows").asLong());
            assertThat(report.path("gaps").asLong())
                    .as(name)
                    .isEqualTo(file.path("gaps").asLong());
            assertThat(report.path("missingBars").asLong()).as(name).isEqualTo(missingBars(file));
            assertThat(report.path("duplicates").asLong())
                    .as(name)
                    .isEqualTo(file.path("dup").asLong());
            assertThat(report.path("unsorted").asLong())
                    .as(name)
                    .isEqualTo(file.path("backwards").asLong());
            assertThat(report.path("firstOpenTime").asText())
                    .isEqualTo(file.path("first").asText());
            assertThat(report.path("lastOpenTime").asText())
                    .isEqualTo(file.path("last").asText());
        }
    }

    /** From first, last and rows: of one file the manifest's own count is one more than these leave room for. */
    private static long missingBars(JsonNode file) {
        Instant first = Instant.parse(file.path("first").asText());
        Instant last = Instant.parse(file.path("last").asText());
        long bars =
                Duration.between(first, last).toSeconds() / file.path("tf_s").asLong() + 1;
        return bars - file.path("rows").asLong();
    }

    private static Optional<Path> data() {
        String given = System.getProperty("TRADEWIND_SHARED", System.getenv("TRADEWIND_SHARED"));
        Stream<Path> beside = Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolveSibling("shared"));
        return Stream.concat(Optional.ofNullable(given).map(Path::of).stream(), beside)
                .map(shared -> shared.resolve("data"))
                .filter(folder -> Files.exists(folder.resolve("manifest.json")))
                .findFirst();
    }
}
