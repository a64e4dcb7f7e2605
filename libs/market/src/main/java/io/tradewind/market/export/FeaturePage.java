package io.tradewind.market.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.tradewind.market.definition.FeatureDefinition;
import io.tradewind.market.feature.FeatureCatalogue;
import io.tradewind.market.feature.FeatureSet;

/** The catalogue as a Markdown page. */
public final class FeaturePage {
    private static final String INTRODUCTION = """
            # Features

            Every feature there is, generated from the catalogue. Do not edit; to write it anew:

            ```
            mvn -q -pl libs/market compile
            java -cp libs/market/target/classes io.tradewind.market.export.FeaturePage docs/features.md
            ```

            - **Lookback**: the first row, from 0, that has a value. Rows before it are NaN, and empty in CSV.
            - **Warm-up**: the first row whose value no longer depends on where the series began, to 1e-6. Leave the rows
              before it out of training. Candles on which the price stands still teach a recursive average nothing and
              do not count.
            - **Scale-free**: the same when all prices are multiplied by a constant.
            - **Cumulative**: the level counts from the first candle on for ever; only its changes mean something.
            - `x[k]` is the value of k candles ago; `mean(x, n)`, `sum`, `min` and `max` are over the last n candles,
              the newest included.
            - On flat prices or without volume every feature has a finite value; where it is not obvious which, the
              formula says so.
            - Alpha158 keeps qlib's names: d is the window, o h l c v the candle.
            """;

    private FeaturePage() {}

    /** Writes the page to the file named by the first argument. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("usage: FeaturePage FILE");
        }
        Files.writeString(Path.of(arguments[0]), render());
    }

    /** The page's text. */
    public static String render() {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        sets(page);
        byGroup().forEach((group, definitions) -> group(page, group, definitions));
        return page.toString();
    }

    private static void sets(StringBuilder page) {
        page.append("\n## Sets\n\n| Set | Features | Warm-up | Schema hash |\n|---|---:|---:|---|\n");
        for (String name : FeatureSet.knownNames()) {
            FeatureSet set = FeatureSet.named(name);
            page.append("| `%s` | %d | %d | `%s` |\n"
                    .formatted(
                            name, set.size(), set.warmupBars(), set.schemaHash().substring(0, 16)));
        }
        page.append("\n`stationary`, the models' default: ");
        page.append(String.join(", ", FeatureSet.named("stationary").names()));
        page.append(".\n");
    }

    private static Map<String, List<FeatureDefinition>> byGroup() {
        Map<String, List<FeatureDefinition>> groups = new LinkedHashMap<>();
        for (FeatureDefinition definition : FeatureCatalogue.all()) {
            groups.computeIfAbsent(definition.group(), group -> new ArrayList<>())
                    .add(definition);
        }
        return groups;
    }

    private static void group(StringBuilder page, String group, List<FeatureDefinition> definitions) {
        page.append("\n## %s (%d)\n\n".formatted(group, definitions.size()));
        page.append("| Feature | Formula | Lookback | Warm-up | Range | | Source |\n|---|---|---:|---:|---|---|---|\n");
        for (FeatureDefinition definition : definitions) {
            page.append("| `%s` | %s | %d | %d | %s | %s | %s |\n"
                    .formatted(
                            definition.name(),
                            definition.formula().replace("|", "\\|"),
                            definition.lookback(),
                            definition.warmupBars(),
                            range(definition),
                            marks(definition),
                            definition.source()));
        }
    }

    private static String range(FeatureDefinition definition) {
        boolean below = Double.isInfinite(definition.minimum());
        boolean above = Double.isInfinite(definition.maximum());
        if (below && above) {
            return "any";
        }
        return above
                ? ">= " + number(definition.minimum())
                : number(definition.minimum()) + " .. " + number(definition.maximum());
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static String marks(FeatureDefinition definition) {
        String scale = definition.scaleFree() ? "scale-free" : "";
        return definition.cumulative() ? scale + ", cumulative" : scale;
    }
}
