package io.tradewind.inference.insight;

import java.util.List;
import java.util.Optional;

import io.smallrye.mutiny.Uni;
import io.tradewind.inference.experiment.Subject;
import io.tradewind.inference.insight.InsightRules.Expectation;
import io.tradewind.inference.live.Candidate;
import io.tradewind.inference.live.LiveMarket;
import io.tradewind.inference.live.SeriesSummary;
import io.tradewind.inference.prediction.NativeCalls;
import io.tradewind.inference.serving.Viewer;
import io.tradewind.inference.symbol.RuleSignals;
import io.tradewind.inference.symbol.SymbolService;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a market through every model of the caller that fits it. Looking puts nothing on record: what the same
 * models predict on the candle is, as it closes.
 */
@ApplicationScoped
class InsightService {

    private final SymbolService symbols;
    private final LiveMarket market;
    private final RuleSignals rules;
    private final NativeCalls calls;

    InsightService(SymbolService symbols, LiveMarket market, RuleSignals rules, NativeCalls calls) {
        this.symbols = symbols;
        this.market = market;
        this.rules = rules;
        this.calls = calls;
    }

    Uni<InsightView> insight(Viewer viewer, String symbol, @Nullable String timeframe) {
        SeriesSummary series = symbols.series(symbol, timeframe);
        return calls.call(() -> view(viewer, series));
    }

    private InsightView view(Viewer viewer, SeriesSummary series) {
        List<Candidate> fitting = symbols.fitting(viewer, series);
        Subject now = new Subject(series.symbol(), series.timeframe(), series.now(), viewer.userId(), null);
        List<Expectation> expectations = fitting.stream()
                .map(model -> market.predict(now, model.state().modelId(), null)
                        .map(prediction -> new Expectation(model, prediction)))
                .flatMap(Optional::stream)
                .toList();
        return InsightRules.view(series, fitting, expectations, rules.judge(series.symbol(), series.timeframe()));
    }
}
