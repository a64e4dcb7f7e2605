package io.tradewind.market.feature;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.tradewind.market.SharedData;
import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.candle.Timeframe;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Every column of TA-Lib's reference values, at every row they have. */
class TaLibParityTest {
    private static final String DATA = "BTCUSD-coinbase-1h";

    @Test
    void matchesEveryReferenceIndicator() throws IOException {
        // Given
        List<String> lines = Files.readAllLines(SharedData.file("reference/" + DATA + ".talib.indicators.csv"));
        String[] header = lines.getFirst().split(",");
        CandleSeries series = SharedData.candles(DATA, Timeframe.ONE_HOUR);

        // When
        FeatureMatrix matrix = FeaturePipeline.of(FeatureSet.named("all")).compute(series);

        // Then
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (int column = 2; column < header.length; column++) {
            String feature = featureOf(header[column]);
            double[] ours = matrix.column(feature);
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                int row = Integer.parseInt(cells[0]);
                compared++;
                if (!agrees(header[column], series.close(row), ours[row], cells[column])) {
                    wrong.add(feature + " at row " + row + ": " + ours[row] + ", TA-Lib " + cells[column]);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(compared).isEqualTo((lines.size() - 1) * (header.length - 2));
    }

    private static boolean agrees(String column, double close, double ours, String text) {
        if (text.isEmpty()) {
            return Double.isNaN(ours);
        }
        double theirs = Double.parseDouble(text);
        double tolerance = 1e-9 * Math.max(1, Math.abs(theirs));
        if (column.startsWith("STDDEV") || column.startsWith("BB_")) {
            tolerance = 1e-9 * close;
        } else if (column.startsWith("CCI")) {
            tolerance = 1e-6;
        }
        return Math.abs(ours - theirs) <= tolerance;
    }

    /** {@code SMA5} is {@code sma_5}, {@code MACD_HIST} {@code macd_hist}, {@code ADOSC3_10} {@code adosc_3_10}. */
    private static String featureOf(String column) {
        return column.replaceAll("([A-Z])(\\d)", "$1_$2").toLowerCase(Locale.ROOT);
    }

    @Test
    void matchesTheSignOfEveryReferencePattern() throws IOException {
        // Given
        List<String> lines = Files.readAllLines(SharedData.file("reference/" + DATA + ".talib.patterns.csv"));
        String[] header = lines.getFirst().split(",");
        CandleSeries series = SharedData.candles(DATA, Timeframe.ONE_HOUR);

        // When
        FeatureMatrix matrix = FeaturePipeline.of(FeatureSet.named("all")).compute(series);

        // Then
        List<String> wrong = new ArrayList<>();
        for (int row = 0; row < series.size(); row++) {
            String[] cells = lines.get(row + 1).split(",", -1);
            for (int column = 1; column < header.length; column++) {
                double ours = pattern(matrix, header[column], row);
                String theirs = cells[column];
                boolean same = theirs.isEmpty() ? Double.isNaN(ours) : ours == Math.signum(Double.parseDouble(theirs));
                if (!same) {
                    wrong.add(header[column] + " at row " + row + ": " + ours + ", TA-Lib " + theirs);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static double pattern(FeatureMatrix matrix, String column, int row) {
        return switch (column) {
            case "CDLENGULFING" ->
                matrix.column("pattern_engulfing_bullish")[row] + matrix.column("pattern_engulfing_bearish")[row];
            case "CDLINVERTEDHAMMER" -> matrix.column("pattern_inverted_hammer")[row];
            case "CDLHANGINGMAN" -> matrix.column("pattern_hanging_man")[row];
            case "CDLSHOOTINGSTAR" -> matrix.column("pattern_shooting_star")[row];
            case "CDLMORNINGSTAR" -> matrix.column("pattern_morning_star")[row];
            case "CDLEVENINGSTAR" -> matrix.column("pattern_evening_star")[row];
            case "CDL3WHITESOLDIERS" -> matrix.column("pattern_three_white_soldiers")[row];
            case "CDL3BLACKCROWS" -> matrix.column("pattern_three_black_crows")[row];
            case "CDLPIERCING" -> matrix.column("pattern_piercing_line")[row];
            case "CDLDARKCLOUDCOVER" -> matrix.column("pattern_dark_cloud_cover")[row];
            case "CDLSPINNINGTOP" -> matrix.column("pattern_spinning_top")[row];
            case "CDLDRAGONFLYDOJI" -> matrix.column("pattern_dragonfly_doji")[row];
            default -> matrix.column("pattern_" + column.substring(3).toLowerCase(Locale.ROOT))[row];
        };
    }
}
