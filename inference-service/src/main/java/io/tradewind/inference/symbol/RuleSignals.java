package io.tradewind.inference.symbol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.tradewind.inference.live.LiveMarket;
import io.tradewind.inference.live.MarketInputs;
import io.tradewind.market.feature.FeatureCatalogue;
import io.tradewind.market.feature.FeatureSet;
import jakarta.inject.Singleton;

/** Gives the rules the features they read, as of a market's present. Computes: not for the event loop. */
@Singleton
public class RuleSignals {

    private final LiveMarket market;
    private final FeatureSet features = FeatureSet.of(Stream.concat(
                    Stream.of(FallbackRules.RSI, FallbackRules.MACD, FallbackRules.AVERAGE)
                            .filter(FeatureCatalogue::contains),
                    FeatureCatalogue.names().stream().filter(name -> name.startsWith("pattern_")))
            .toList());

    RuleSignals(LiveMarket market) {
        this.market = market;
    }

    /** What rules make of a market now; empty without candles. */
    public Optional<RuleView> judge(String symbol, String timeframe) {
        return market.rowNow(symbol, timeframe, features)
                .map(inputs -> FallbackRules.judge(byName(inputs), inputs.close()));
    }

    private Map<String, Double> byName(MarketInputs inputs) {
        Map<String, Double> row = new LinkedHashMap<>();
        List<String> names = features.names();
        for (int i = 0; i < names.size(); i++) {
            if (Double.isFinite(inputs.window()[i])) {
                row.put(names.get(i), inputs.window()[i]);
            }
        }
        return row;
    }
}
