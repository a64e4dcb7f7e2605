package io.tradewind.kit.problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorCodeTest {

    private static final String HEADER = """
            # Errors

            Every failure is answered as `application/problem+json` (RFC 9457): `type`, `title`, `status`, `detail`,
            `instance`, `requestId`, and for some codes members of its own. The `type` never
            changes; the `detail` is for people. Codes of status 503 come with `Retry-After`.

            | type | status | meaning |
            |---|---|---|
            """;

    private static String document() {
        return HEADER
                + Arrays.stream(ErrorCode.values())
                        .sorted(Comparator.comparingInt(ErrorCode::status).thenComparing(ErrorCode::slug))
                        .map(code -> "| `" + code.type() + "` | " + code.status() + " | " + code.meaning() + " |\n")
                        .collect(Collectors.joining());
    }

    /** Run with -Dtradewind.write-docs=true to write the document anew. */
    @Test
    void isDocumented() throws IOException {
        Path file = Path.of(System.getProperty("user.dir"))
                .resolve("../../docs/errors.md")
                .normalize();
        if (Boolean.getBoolean("tradewind.write-docs")) {
            Files.writeString(file, document());
        }
        assertThat(Files.readString(file)).isEqualTo(document());
    }

    @Test
    void hasSlugsOfItsOwn() {
        assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::slug)).doesNotHaveDuplicates();
    }
}
