package io.tradewind.launcher.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConfigurationDocumentTest {

    private static final Path ROOT = Path.of("..");

    /** Run with -Dtradewind.write-docs=true to write the document anew. */
    @Test
    void describesEverySettingAsItIs() throws IOException {
        Path file = ROOT.resolve("docs/configuration.md");
        String document = ConfigurationDocument.write(ROOT);
        if (Boolean.getBoolean("tradewind.write-docs")) {
            Files.writeString(file, document);
        }

        assertThat(Files.readString(file)).isEqualTo(document);
    }

    @Test
    void leavesNoSettingOut() throws IOException {
        // Given
        Pattern declaration = Pattern.compile("(?m)^    [\\w<>., ]+ \\w+\\(\\);$");
        long declared = 0;
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (Path file : files.filter(path -> path.toString().endsWith("Config.java")
                            && path.toString().contains("src/main"))
                    .toList()) {
                String source = Files.readString(file);
                Matcher settings = declaration.matcher(source);
                declared +=
                        source.contains("@ConfigMapping") ? settings.results().count() : 0;
            }
        }

        // When
        long described = ConfigurationDocument.write(ROOT)
                .lines()
                .filter(line -> line.startsWith("| `"))
                .count();

        // Then
        assertThat(described).isEqualTo(declared);
    }
}
