package io.tradewind.benchmarks.features;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.candle.Timeframe;
import io.tradewind.market.feature.FeatureCatalogue;
import io.tradewind.market.feature.FeatureMatrix;
import io.tradewind.market.feature.FeaturePipeline;
import io.tradewind.market.feature.FeatureSet;
import io.tradewind.market.read.CandleCsv;
import io.tradewind.market.synthetic.SyntheticMarket;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is raced computes the same, on markets that gap, have no volume or have sessions. */
class SharedIndicatorTest {
    @Test
    void agreesWithTaLibOnShares() throws IOException {
        agrees(candles("GOOG-1d", Timeframe.ONE_DAY));
    }

    @Test
    void agreesWithTaLibOnCurrencies() throws IOException {
        agrees(candles("EURUSD-oanda-1d", Timeframe.ONE_DAY));
    }

    @Test
    void agreesWithTaLibOnAMarketWithSessions() throws IOException {
        agrees(candles("SPY-1h", Timeframe.ONE_HOUR));
    }

    @Test
    void agreesWithTaLibOnTheCandlesOfTheBenchmark() {
        agrees(SyntheticMarket.generate(1, 20_000, Timeframe.ONE_HOUR, 1_600_002_000_000L));
    }

    private static void agrees(CandleSeries series) {
        FeatureMatrix matrix = FeaturePipeline.of(FeatureSet.named("all")).compute(series);
        TaLib lib = new TaLib(series);
        Set<String> wrong = new LinkedHashSet<>();
        for (SharedIndicator indicator : SharedIndicator.values()) {
            if (indicator == SharedIndicator.PATTERNS_15) {
                continue;
            }
            indicator.taLib.run(lib);
            double[][] outputs = {lib.first, lib.second, lib.third};
            for (int j = 0; j < indicator.features.size(); j++) {
                compare(matrix, series, lib, outputs[j], indicator.features.get(j), wrong);
            }
        }
        assertThat(wrong).isEmpty();
        patternsAgree(matrix, lib);
    }

    private static void compare(
            FeatureMatrix matrix, CandleSeries series, TaLib lib, double[] theirs, String feature, Set<String> wrong) {
        double[] ours = matrix.column(feature);
        int begin = lib.begin.value;
        assertThat(begin).as(feature).isEqualTo(FeatureCatalogue.get(feature).lookback());
        for (int row = begin; row < ours.length; row++) {
            double expected = theirs[row - begin];
            if (!(Math.abs(ours[row] - expected) <= tolerance(feature, series.close(row), expected))) {
                wrong.add(feature + " at row " + row + ": " + ours[row] + ", TA-Lib " + expected);
                return;
            }
        }
    }

    /**
     * Where TA-Lib itself rounds: its sums of squares lose half of the digits, its index of a flat channel is a rounding
     * over a rounding, its oscillator the small difference of two averages of a line that stands high.
     */
    private static double tolerance(String feature, double close, double value) {
        if (feature.startsWith("bb_") || feature.startsWith("stddev")) {
            return 1e-6 * close;
        }
        double share = feature.startsWith("cci") ? 1e-6 : feature.startsWith("adosc") ? 1e-8 : 1e-9;
        return share * Math.max(1, Math.abs(value));
    }

    private static void patternsAgree(FeatureMatrix matrix, TaLib lib) {
        List<String> wrong = new ArrayList<>();
        for (int j = 0; j < TaLibPatterns.NAMES.size(); j++) {
            String name = TaLibPatterns.NAMES.get(j);
            TaLibPatterns.CALLS.get(j).run(lib);
            for (int row = lib.begin.value; row < matrix.rows(); row++) {
                double theirs = Math.signum(lib.signs[row - lib.begin.value]);
                if (sign(matrix, name, row) != theirs && !touches(name, lib, row)) {
                    wrong.add(name + " at row " + row + ": " + sign(matrix, name, row) + ", TA-Lib " + theirs);
                    break;
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** This port is older than TA-Lib's rule that bodies which share an end engulf or hold one another too. */
    private static boolean touches(String pattern, TaLib lib, int row) {
        double newTop = Math.max(lib.open[row], lib.close[row]);
        double newBottom = Math.min(lib.open[row], lib.close[row]);
        double oldTop = Math.max(lib.open[row - 1], lib.close[row - 1]);
        double oldBottom = Math.min(lib.open[row - 1], lib.close[row - 1]);
        boolean pair = pattern.equals("engulfing") || pattern.equals("harami");
        return pair && (newTop == oldTop || newBottom == oldBottom);
    }

    private static double sign(FeatureMatrix matrix, String pattern, int row) {
        return pattern.equals("engulfing")
                ? matrix.column("pattern_engulfing_bullish")[row] + matrix.column("pattern_engulfing_bearish")[row]
                : matrix.column("pattern_" + pattern)[row];
    }

    private static CandleSeries candles(String name, Timeframe timeframe) throws IOException {
        Path file = Path.of("data", name + ".csv");
        Path at = Path.of("").toAbsolutePath();
        String given = System.getProperty("TRADEWIND_SHARED", System.getenv("TRADEWIND_SHARED"));
        Path found = given != null ? Path.of(given).resolve(file) : at.resolve(file);
        while (given == null && at != null && !Files.isRegularFile(found)) {
            found = at.resolve("shared").resolve(file);
            at = at.getParent();
        }
        Assumptions.assumeTrue(Files.isRegularFile(found), "skipped: " + file + " is not here; set TRADEWIND_SHARED");
        CandleSeries.Builder series = CandleSeries.builder(name, timeframe);
        try (InputStream in = Files.newInputStream(found)) {
            CandleCsv.read(in, series::add);
        }
        return series.build();
    }
}
