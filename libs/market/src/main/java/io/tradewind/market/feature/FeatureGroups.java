package io.tradewind.market.feature;

import java.util.List;

import io.tradewind.market.alpha.AlphaFeatures;
import io.tradewind.market.average.AverageFeatures;
import io.tradewind.market.definition.FeatureGroup;
import io.tradewind.market.market.MarketFeatures;
import io.tradewind.market.momentum.MomentumFeatures;
import io.tradewind.market.pattern.PatternFeatures;
import io.tradewind.market.price.CandleFeatures;
import io.tradewind.market.price.PriceFeatures;
import io.tradewind.market.statistic.StatisticFeatures;
import io.tradewind.market.trend.TrendFeatures;
import io.tradewind.market.volatility.VolatilityFeatures;
import io.tradewind.market.volume.VolumeFeatures;

/** The groups of the catalogue, in its order. */
final class FeatureGroups {
    static final List<FeatureGroup> ALL = List.of(
            new PriceFeatures(),
            new AverageFeatures(),
            new VolatilityFeatures(),
            new VolumeFeatures(),
            new MomentumFeatures(),
            new TrendFeatures(),
            new StatisticFeatures(),
            new PatternFeatures(),
            new MarketFeatures(),
            new AlphaFeatures(),
            new CandleFeatures());

    private FeatureGroups() {}
}
