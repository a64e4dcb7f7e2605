package io.tradewind.market.feature;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

import io.tradewind.market.Markets;
import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.candle.Timeframe;
import io.tradewind.market.definition.FeatureDefinition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FeatureSetTest {
    /** Where a snapshot's state begins: after its mark, the set's hash and the checksum. */
    private static final int STATE = 4 + 64 + 8;

    @Test
    void theNamedSetsAreWhatTheyAreSaidToBe() {
        assertThat(FeatureSet.named("all").size()).isGreaterThanOrEqualTo(280);
        assertThat(FeatureSet.named("seed").size()).isGreaterThanOrEqualTo(100);
        assertThat(FeatureSet.named("alpha158").size()).isEqualTo(158);
        assertThat(FeatureSet.named("candle").names()).containsExactly("open", "high", "low", "close", "volume");
        assertThat(FeatureSet.named("alpha158").names())
                .startsWith("KMID", "KLEN", "KMID2", "KUP", "KUP2", "KLOW", "KLOW2", "KSFT", "KSFT2", "OPEN0")
                .contains("VWAP0", "ROC5", "RSQR60", "QTLD20", "IMXD30", "CORD10", "WVMA5")
                .endsWith("VSUMD5", "VSUMD10", "VSUMD20", "VSUMD30", "VSUMD60");
        FeatureSet stationary = FeatureSet.named("stationary");
        assertThat(stationary.size()).isGreaterThanOrEqualTo(25);
        assertThat(stationary.warmupBars()).isLessThan(300);
        assertThat(stationary.definitions()).allMatch(FeatureDefinition::scaleFree);
        assertThat(stationary.name()).isEqualTo("stationary");
    }

    @Test
    void theSchemaHashKnowsNamesVersionsAndOrder() {
        FeatureSet one = FeatureSet.of(List.of("rsi_14", "macd"));
        assertThat(one.schemaHash()).matches("[0-9a-f]{64}");
        assertThat(FeatureSet.of(List.of("rsi_14", "macd")).schemaHash()).isEqualTo(one.schemaHash());
        assertThat(FeatureSet.of(List.of("macd", "rsi_14")).schemaHash()).isNotEqualTo(one.schemaHash());
        // A fixed value: models in production carry it, and must notice when the meaning of a column changes.
        assertThat(one.schemaHash()).isEqualTo("dbd00ddfe28a6a9a966b03d6b5ce7358ef51e9bbf22d3302e31275e9f9901a2a");
    }

    @Test
    void namesWhatIsUnknown() {
        assertThatThrownBy(() -> FeatureSet.of(List.of("rsi_13")))
                .hasMessage("unknown feature 'rsi_13', did you mean 'rsi_14'?");
        assertThatThrownBy(() -> FeatureSet.of(List.of("nonsense"))).hasMessage("unknown feature 'nonsense'");
        assertThatThrownBy(() -> FeatureSet.of(List.of("rsi_14", "rsi_14")))
                .hasMessage("feature 'rsi_14' is in the set twice");
        assertThatThrownBy(() -> FeatureSet.of(List.of())).hasMessage("a feature set needs at least one feature");
        assertThatThrownBy(() -> FeatureSet.named("everything"))
                .hasMessage("unknown feature set 'everything', known: seed, alpha158, stationary, candle, all");
        assertThat(FeatureCatalogue.get("rsi_14").parameters()).containsEntry("length", 14);
        assertThat(FeatureCatalogue.contains("rsi_15")).isFalse();
    }

    @Test
    void theMatrixIsOneColumnPerFeatureInOrder() {
        CandleSeries series = Markets.ordinary(100);
        FeatureMatrix matrix =
                FeaturePipeline.of(FeatureSet.of(List.of("sma_5", "return_1"))).compute(series);
        assertThat(matrix.rows()).isEqualTo(100);
        assertThat(matrix.columns()).isEqualTo(2);
        assertThat(matrix.names()).containsExactly("sma_5", "return_1");
        assertThat(matrix.warmupBars()).isEqualTo(4);
        assertThat(matrix.get(3, 0)).isNaN();
        double[] row = new double[2];
        matrix.copyRow(7, row);
        assertThat(row).containsExactly(matrix.get(7, 0), series.close(7) / series.close(6) - 1);
        assertThat(matrix.column("return_1")).isSameAs(matrix.column(1));
        assertThatThrownBy(() -> matrix.column("macd")).hasMessage("the matrix has no column 'macd'");
        assertThat(matrix.set()).hasToString("FeatureSet[custom, 2 features, warm-up 4]");
    }

    @Test
    void anEmptySeriesGivesAnEmptyMatrix() {
        CandleSeries none = CandleSeries.builder("X", Timeframe.ONE_HOUR).build();
        assertThat(FeaturePipeline.of(FeatureSet.named("all")).compute(none).rows())
                .isZero();
    }

    @Test
    void refusesCandlesThatCannotBeComputedWith() {
        CandleSeries series = CandleSeries.builder("X", Timeframe.ONE_HOUR)
                .add(0, 1, 1, 1, 1, 1)
                .add(3_600_000, 1, 1, 1, Double.NaN, 1)
                .build();
        FeaturePipeline pipeline = FeaturePipeline.of(FeatureSet.of(List.of("sma_5")));
        assertThatThrownBy(() -> pipeline.compute(series))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "candle 1 at 1970-01-01T01:00:00Z: prices must be > 0 and volume >= 0, all finite, were open"
                                + " 1.0, high 1.0, low 1.0, close NaN, volume 1.0");
    }

    @Test
    void aStreamRefusesACandleAndStaysAsItWas() {
        // Given
        FeatureStream stream = FeaturePipeline.of(FeatureSet.of(List.of("return_1"))).stream();
        stream.onCandle(1000, 10, 10, 10, 10, 1);

        // When
        assertThatThrownBy(() -> stream.onCandle(1000, 11, 11, 11, 11, 1))
                .hasMessage("candle 1 opens at 1970-01-01T00:00:01Z, not after 1970-01-01T00:00:01Z");
        assertThatThrownBy(() -> stream.onCandle(2000, -1, 11, 11, 11, 1)).hasMessageContaining("were open -1.0");

        // Then
        assertThat(stream.rows()).isEqualTo(1);
        assertThat(stream.lastOpenTime()).isEqualTo(1000);
        assertThat(stream.onCandle(2000, 11, 11, 11, 11, 1)).containsExactly(11.0 / 10 - 1);
        assertThat(stream.set().names()).containsExactly("return_1");
    }

    @Test
    void refusesSnapshotsThatAreNotItsOwn() {
        FeatureStream stream = FeaturePipeline.of(FeatureSet.of(List.of("ema_5"))).stream();
        byte[] good = stream.snapshot();
        byte[] damaged = good.clone();
        damaged[damaged.length - 1] ^= 1;
        byte[] alien = good.clone();
        alien[0] ^= 1;
        byte[] other =
                FeaturePipeline.of(FeatureSet.of(List.of("ema_10"))).stream().snapshot();
        refused(stream, damaged, "the snapshot is damaged: its checksum does not match");
        refused(stream, alien, "not a feature stream snapshot: it begins with other bytes");
        refused(stream, Arrays.copyOf(good, 20), "not a feature stream snapshot: 20 bytes");
        int state = good.length - STATE;
        refused(
                stream,
                longer(good),
                "the snapshot is of another version: it holds %d bytes of state, needed %d"
                        .formatted(state + 8, state));
        assertThatThrownBy(() -> stream.restore(other)).hasMessageContaining("is of another feature set");
        stream.restore(good);
        assertThat(stream.rows()).isZero();
    }

    /** The snapshot of a version that kept one number more, its checksum right. */
    private static byte[] longer(byte[] snapshot) {
        byte[] longer = Arrays.copyOf(snapshot, snapshot.length + 8);
        CRC32 checksum = new CRC32();
        checksum.update(longer, STATE, longer.length - STATE);
        ByteBuffer.wrap(longer).putLong(STATE - 8, checksum.getValue());
        return longer;
    }

    @Test
    void aStreamOfATimeframeRefusesAShorterOne() {
        // Given
        FeatureStream stream = FeaturePipeline.of(FeatureSet.of(List.of("return_1"))).stream(Timeframe.ONE_HOUR);
        stream.onCandle(0, 10, 10, 10, 10, 1);

        // When
        assertThatThrownBy(() -> stream.onCandle(60_000, 11, 11, 11, 11, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("candle 1 at 1970-01-01T00:01:00Z mixes timeframes: it opens 60000 ms after the one before"
                        + " it, of 3600000 ms");

        // Then
        assertThat(stream.rows()).isEqualTo(1);
        assertThat(stream.onCandle(3_600_000, 11, 11, 11, 11, 1)).containsExactly(11.0 / 10 - 1);
    }

    private static void refused(FeatureStream stream, byte[] snapshot, String message) {
        assertThatThrownBy(() -> stream.restore(snapshot))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
