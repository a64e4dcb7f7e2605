package io.tradewind.launcher.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every setting of the services, read from the Javadoc and the defaults of their configuration mappings. */
final class ConfigurationDocument {

    private static final String HEADER = """
            # Configuration

            Every setting has a default, given in application properties, system properties or the environment: the setting
            `inference.live.history` is `INFERENCE_LIVE_HISTORY` there. Durations are ISO-8601 (`PT30S`, `P90D`) or a number with
            a unit (`30s`, `24h`); sizes are bytes with an optional `K`, `M` or `G`. A value beyond its limits stops the start
            with a message that names the setting. Settings of Quarkus itself (`quarkus.*`, `mp.jwt.*`, `kafka.*`) work too.

            Spans are exported where `OTEL_EXPORTER_OTLP_ENDPOINT` says, by `OTEL_EXPORTER_OTLP_PROTOCOL` (`grpc`, the default, or
            `http/protobuf`); without an endpoint nothing is.
            """;
    private static final List<String> MODULES = List.of(
            "libs/service-kit",
            "registry-service",
            "training-service",
            "inference-service",
            "experiment-service",
            "monitoring-service");
    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern SETTING = Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*((?:@\\w+(?:\\([^\\n]*\\))?\\s+)*)[\\w<>., ]+?\\s+(\\w+)\\(\\);",
            Pattern.DOTALL);
    private static final Pattern DEFAULT = Pattern.compile("@WithDefault\\(\"([^\"]*)\"\\)");
    private static final Pattern LIMIT = Pattern.compile("@(Decimal)?(Min|Max)\\(\"?([\\d_.]+)\"?\\)");

    private ConfigurationDocument() {}

    /** The document of the sources below this root. */
    static String write(Path root) {
        StringBuilder document = new StringBuilder(HEADER);
        for (String module : MODULES) {
            document.append("\n## ")
                    .append(title(module))
                    .append("\n\n| setting | default | meaning |\n|---|---|---|\n");
            mappings(root.resolve(module)).forEach(mapping -> rows(mapping).forEach(document::append));
        }
        return document.toString();
    }

    private static String title(String module) {
        return module.equals("libs/service-kit") ? "Every service" : module;
    }

    /** Sources of the module's mappings, in the order of their prefixes. */
    private static List<String> mappings(Path module) {
        try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith("Config.java"))
                    .map(ConfigurationDocument::read)
                    .filter(source -> PREFIX.matcher(source).find())
                    .sorted((one, other) -> prefix(one).compareTo(prefix(other)))
                    .toList();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static String prefix(String source) {
        return found(PREFIX, source).orElseThrow();
    }

    private static List<String> rows(String source) {
        String body = source.substring(source.indexOf("@ConfigMapping"));
        List<String> rows = new ArrayList<>();
        Matcher setting = SETTING.matcher(body);
        while (setting.find()) {
            String annotations = setting.group(2);
            rows.add("| `%s.%s` | %s | %s |\n"
                    .formatted(
                            prefix(source),
                            kebab(setting.group(3)),
                            found(DEFAULT, annotations)
                                    .map(value -> '`' + value + '`')
                                    .orElse("none"),
                            meaning(setting.group(1)) + limits(annotations)));
        }
        return rows;
    }

    private static String meaning(String javadoc) {
        return javadoc.replaceAll("(?m)^\\s*\\* ?", "")
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("\\{@link #?([^}(]*)(?:\\(\\))?}", "`$1`")
                .replaceAll("\\s+", " ")
                .replace("|", "\\|")
                .strip();
    }

    private static String limits(String annotations) {
        List<String> limits = new ArrayList<>();
        Matcher limit = LIMIT.matcher(annotations);
        while (limit.find()) {
            limits.add((limit.group(2).equals("Min") ? "at least " : "at most ")
                    + limit.group(3).replace('_', ','));
        }
        return limits.isEmpty() ? "" : " (" + String.join(", ", limits) + ')';
    }

    private static Optional<String> found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
