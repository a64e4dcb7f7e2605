package io.tradewind.inference.insight;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.tradewind.contracts.prediction.Direction;
import io.tradewind.contracts.prediction.PredictionMade;
import io.tradewind.contracts.prediction.PredictionSource;
import io.tradewind.inference.insight.InsightView.ModelStatus;
import io.tradewind.inference.insight.InsightView.Patterns;
import io.tradewind.inference.insight.InsightView.SignalView;
import io.tradewind.inference.live.Candidate;
import io.tradewind.inference.live.SeriesSummary;
import io.tradewind.inference.symbol.RuleView;
import io.tradewind.inference.symbol.Signal;

/** How models' predictions and rules become one view of a market. */
final class InsightRules {

    /** A model and what it expects. */
    record Expectation(Candidate model, PredictionMade prediction) {}

    private InsightRules() {}

    static InsightView view(
            SeriesSummary series, List<Candidate> fitting, List<Expectation> expectations, Optional<RuleView> rules) {
        boolean byModels = !expectations.isEmpty();
        double price = byModels
                ? Objects.requireNonNull(expectations.getFirst().prediction().referencePrice())
                : rules.map(RuleView::close).orElse(0.0);
        return new InsightView(
                series.symbol(),
                series.timeframe(),
                patterns(rules),
                prices(expectations, price),
                byModels ? modelSignals(expectations) : ruleSignals(rules),
                byModels
                        ? surest(expectations)
                        : rules.map(RuleView::confidence).orElse(0.0),
                price,
                status(fitting, expectations),
                byModels ? PredictionSource.MODEL : PredictionSource.FALLBACK,
                byModels ? null : fallbackReason(series, fitting),
                Objects.requireNonNull(series.now()));
    }

    private static String fallbackReason(SeriesSummary series, List<Candidate> fitting) {
        return fitting.isEmpty()
                ? "no model that fits %s at %s is loaded".formatted(series.symbol(), series.timeframe())
                : "the features of the models are warming up";
    }

    private static double surest(List<Expectation> expectations) {
        return expectations.stream()
                .mapToDouble(expectation -> expectation.prediction().confidence())
                .max()
                .orElse(0);
    }

    private static Patterns patterns(Optional<RuleView> rules) {
        Map<String, Double> detected = new TreeMap<>();
        // A pattern by definition is there or is not: no shade of confidence is made up for it.
        rules.ifPresent(view -> view.patterns().forEach((name, sign) -> detected.put(name, 1.0)));
        List<Object> strongest = detected.entrySet().stream()
                .findFirst()
                .map(entry -> List.<Object>of(entry.getKey(), entry.getValue()))
                .orElse(null);
        return new Patterns(detected, detected.size(), strongest);
    }

    private static Map<String, Map<String, Object>> prices(List<Expectation> expectations, double price) {
        Map<Integer, List<Expectation>> byHorizon = expectations.stream()
                .filter(expectation -> expectation.prediction().expectedReturn() != null)
                .collect(Collectors.groupingBy(
                        expectation -> expectation.prediction().horizonBars(), TreeMap::new, Collectors.toList()));
        Map<String, Map<String, Object>> prices = new LinkedHashMap<>();
        byHorizon.forEach((horizon, at) -> prices.put(horizon.toString(), pricesAt(at, price)));
        return prices;
    }

    private static Map<String, Object> pricesAt(List<Expectation> expectations, double price) {
        Map<String, List<Double>> byArchitecture = new TreeMap<>();
        List<Double> all = new ArrayList<>();
        for (Expectation expectation : expectations) {
            double expected =
                    price * (1 + Objects.requireNonNull(expectation.prediction().expectedReturn()));
            String name = expectation.model().architecture().toLowerCase(Locale.ROOT);
            byArchitecture.computeIfAbsent(name, n -> new ArrayList<>()).add(expected);
            all.add(expected);
        }
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("prediction", mean(all));
        byArchitecture.forEach((name, values) -> view.put(name, mean(values)));
        view.put("confidence", surest(expectations));
        view.put("std", deviation(all));
        return view;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    /** Over the models there are, which are all of them: divided by n. */
    private static double deviation(List<Double> values) {
        double mean = mean(values);
        return Math.sqrt(values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0));
    }

    private static List<SignalView> modelSignals(List<Expectation> expectations) {
        return expectations.stream()
                .map(expectation -> new SignalView(
                        type(expectation.prediction().direction()),
                        "Model: " + expectation.model().state().name(),
                        "%s version %d expects %s over %d candles"
                                .formatted(
                                        expectation.model().architecture(),
                                        expectation.model().version(),
                                        expectation.prediction().direction(),
                                        expectation.prediction().horizonBars()),
                        expectation.prediction().confidence()))
                .toList();
    }

    private static List<SignalView> ruleSignals(Optional<RuleView> rules) {
        return rules.stream()
                .flatMap(view -> view.signals().stream())
                .map(InsightRules::signal)
                .toList();
    }

    private static SignalView signal(Signal signal) {
        return new SignalView(type(signal.direction()), signal.source(), signal.reason(), signal.confidence());
    }

    private static String type(Direction direction) {
        return switch (direction) {
            case UP -> "BUY";
            case DOWN -> "SELL";
            case FLAT -> "HOLD";
        };
    }

    private static ModelStatus status(List<Candidate> fitting, List<Expectation> expectations) {
        boolean cnn = fitting.stream()
                .anyMatch(model -> model.architecture().toLowerCase(Locale.ROOT).contains("cnn"));
        return new ModelStatus(cnn, !expectations.isEmpty(), !fitting.isEmpty());
    }
}
