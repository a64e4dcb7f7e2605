package io.tradewind.contracts.event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AsyncApiTest {

    /** Run with -Dtradewind.write-docs=true to write the document anew. */
    @Test
    void describesEveryTopicAndEventAsTheyAre() throws IOException {
        Path file = Path.of("../../docs/asyncapi.yaml");
        String document = AsyncApiDocument.write(Path.of("src/main/java"));
        if (Boolean.getBoolean("tradewind.write-docs")) {
            Files.writeString(file, document);
        }

        assertThat(Files.readString(file)).isEqualTo(document);
    }
}
