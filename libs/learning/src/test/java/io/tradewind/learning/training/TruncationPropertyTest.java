package io.tradewind.learning.training;

import java.util.Arrays;
import java.util.List;

import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.feature.FeatureSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

/** Wherever a series is cut, the known rows of every named set's features, as models see them, stay what they were. */
class TruncationPropertyTest {

    private static final CandleSeries MARKET = Markets.synthetic(600);
    private static final List<FeatureSet> SETS = List.of(FeatureSet.named("all"), FeatureSet.named("stationary"));
    private static final List<float[]> WHOLE =
            SETS.stream().map(set -> FeatureRows.COMPUTED.of(set, MARKET)).toList();

    @Property(tries = 20)
    void featuresOfKnownRowsDoNotDependOnLaterOnes(@ForAll @IntRange(min = 1, max = 599) int known) {
        for (int i = 0; i < SETS.size(); i++) {
            float[] cut = FeatureRows.COMPUTED.of(SETS.get(i), MARKET.slice(0, known));

            assertThat(Arrays.mismatch(cut, 0, cut.length, WHOLE.get(i), 0, cut.length))
                    .isEqualTo(-1);
        }
    }
}
