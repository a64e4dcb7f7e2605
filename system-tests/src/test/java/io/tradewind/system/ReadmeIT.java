package io.tradewind.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** The walk-through of the README is run as it stands, so that it cannot rot. */
@ExtendWith(FleetExtension.class)
class ReadmeIT {

    private static final Pattern SHELL_BLOCK = Pattern.compile("```bash\\n(.*?)```", Pattern.DOTALL);

    @Test
    void walksThroughTheMainJobWithCurl(Fleet fleet) throws IOException {
        // Given
        String script = walkThrough(fleet.root().resolve("README.md"));
        Map<String, String> environment = new HashMap<>(fleet.environment());
        for (Service service : Service.values()) {
            environment.put(service.name(), "http://127.0.0.1:" + fleet.port(service));
        }

        // When
        Shell.Result result = Shell.run(
                fleet.root(), environment, Duration.ofMinutes(5), List.of("bash", "-euo", "pipefail", "-c", script));

        // Then
        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(result.output()).contains("\"status\": \"ACTIVE\"").contains("\"predictionId\"");
    }

    /** The shell blocks under the heading 'Walk-through', one after the other. */
    private static String walkThrough(Path readme) throws IOException {
        String text = Files.readString(readme);
        String section = text.substring(text.indexOf("## Walk-through"));
        int next = section.indexOf("\n## ", 1);
        Matcher blocks = SHELL_BLOCK.matcher(next < 0 ? section : section.substring(0, next));
        StringBuilder script = new StringBuilder();
        while (blocks.find()) {
            script.append(blocks.group(1));
        }
        assertThat(script).as("shell blocks in the walk-through").isNotEmpty();
        return script.toString();
    }
}
