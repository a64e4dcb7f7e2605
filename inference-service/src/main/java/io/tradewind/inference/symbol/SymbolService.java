package io.tradewind.inference.symbol;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.experiment.ExperimentChanged;
import io.tradewind.contracts.model.ModelChanged;
import io.tradewind.contracts.prediction.PredictionMade;
import io.tradewind.contracts.prediction.PredictionSource;
import io.tradewind.inference.experiment.Arm;
import io.tradewind.inference.experiment.ArmRefusals;
import io.tradewind.inference.experiment.AssignmentRules;
import io.tradewind.inference.experiment.KnownExperiments;
import io.tradewind.inference.experiment.MissingVersion;
import io.tradewind.inference.experiment.Subject;
import io.tradewind.inference.journal.PredictionJournal;
import io.tradewind.inference.live.Candidate;
import io.tradewind.inference.live.LiveMarket;
import io.tradewind.inference.live.SeriesSummary;
import io.tradewind.inference.prediction.NativeCalls;
import io.tradewind.inference.serving.KnownModels;
import io.tradewind.inference.serving.Viewer;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Answers for a symbol: the model asked for, an experiment's arm, the newest fitting model, or rules. */
@ApplicationScoped
public class SymbolService {

    private final LiveMarket market;
    private final KnownModels known;
    private final KnownExperiments experiments;
    private final ArmRefusals refusals;
    private final PredictionJournal journal;
    private final NativeCalls calls;
    private final RuleSignals rules;
    private final FallbackConfig fallback;

    SymbolService(
            LiveMarket market,
            KnownModels known,
            KnownExperiments experiments,
            ArmRefusals refusals,
            PredictionJournal journal,
            NativeCalls calls,
            RuleSignals rules,
            FallbackConfig fallback) {
        this.market = market;
        this.known = known;
        this.experiments = experiments;
        this.refusals = refusals;
        this.journal = journal;
        this.calls = calls;
        this.rules = rules;
        this.fallback = fallback;
    }

    /** Whom to predict for, and on which market. */
    public record Asked(Viewer viewer, SeriesSummary series, SymbolPredictRequest request) {}

    private record Choice(UUID modelId, @Nullable Arm arm) {}

    private record Answer(SymbolPredictView view, Optional<PredictionMade> made) {}

    /** The market meant by a symbol: the one with this timeframe or, without one, the live or only one there is. */
    public SeriesSummary series(String symbol, @Nullable String timeframe) {
        return market.series().stream()
                .filter(series -> series.symbol().equals(symbol) && series.now() != null)
                .filter(series -> timeframe == null || series.timeframe().equals(timeframe))
                .min(Comparator.comparing((SeriesSummary series) -> !series.live())
                        .thenComparing(SeriesSummary::candles, Comparator.reverseOrder()))
                .orElseThrow(() -> new ServiceException(
                        ErrorCode.NOT_FOUND,
                        "there are no candles of %s%s"
                                .formatted(symbol, timeframe == null ? "" : " at timeframe " + timeframe)));
    }

    /** Predicts, journals and answers. */
    public Uni<SymbolPredictView> predict(Asked asked) {
        long start = System.nanoTime();
        return calls.call(() -> answer(asked, start))
                .call(answer -> answer.made()
                        .map(made -> journal.append(List.of(made)).replaceWithVoid())
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .map(Answer::view);
    }

    private Answer answer(Asked asked, long start) {
        SeriesSummary series = asked.series();
        Subject subject = new Subject(
                series.symbol(),
                series.timeframe(),
                series.now(),
                asked.viewer().userId(),
                asked.request().unit());
        Optional<Choice> choice = choose(asked, subject);
        Optional<PredictionMade> made =
                choice.flatMap(chosen -> market.predict(subject, chosen.modelId(), chosen.arm()));
        if (made.isPresent()) {
            return new Answer(view(made.get(), start), made);
        }
        String reason = choice.isEmpty()
                ? "no model that fits %s at %s is loaded".formatted(series.symbol(), series.timeframe())
                : "model %s cannot answer yet: its features are warming up"
                        .formatted(choice.get().modelId());
        return byRules(asked, reason, start);
    }

    private Optional<Choice> choose(Asked asked, Subject subject) {
        UUID modelId = asked.request().modelId();
        if (modelId != null) {
            requireFitting(asked, modelId);
        }
        List<Candidate> fitting = fitting(asked.viewer(), asked.series());
        Optional<Choice> assigned = AssignmentRules.arms(experiments.all(), subject).stream()
                .filter(arm -> asked.viewer().maySee(arm.experiment().owner()))
                .filter(arm -> takesPart(arm, modelId, fitting))
                .sorted(Comparator.comparing(arm -> arm.experiment().experimentId()))
                .peek(arm -> requireServed(arm, fitting))
                .filter(arm -> fitting.stream().anyMatch(candidate -> candidate.answersFor(arm)))
                .findFirst()
                .map(arm -> new Choice(arm.variant().modelId(), arm));
        return assigned.or(() -> fitting.stream()
                .filter(candidate ->
                        modelId == null || candidate.state().modelId().equals(modelId))
                .max(Comparator.comparing(Candidate::loadedAt))
                .map(candidate -> new Choice(candidate.state().modelId(), null)));
    }

    /** Whether an experiment is about the model that is asked, or, where none is, about any that fits. */
    private static boolean takesPart(Arm arm, @Nullable UUID modelId, List<Candidate> fitting) {
        return arm.experiment().variants().stream()
                .map(ExperimentChanged.Variant::modelId)
                .anyMatch(id -> modelId == null
                        ? fitting.stream()
                                .anyMatch(
                                        candidate -> candidate.state().modelId().equals(id))
                        : id.equals(modelId));
    }

    private void requireServed(Arm arm, List<Candidate> fitting) {
        Integer served = fitting.stream()
                .filter(candidate ->
                        candidate.state().modelId().equals(arm.variant().modelId()))
                .map(Candidate::version)
                .findFirst()
                .orElse(null);
        MissingVersion.of(arm.variant(), served).ifPresent(missing -> {
            throw refusals.refuse(arm, missing);
        });
    }

    private void requireFitting(Asked asked, UUID modelId) {
        ModelChanged model = known.find(modelId)
                .filter(found -> asked.viewer().maySee(found.owner()))
                .orElseThrow(() -> new ServiceException(ErrorCode.NOT_FOUND, "there is no model " + modelId));
        SeriesSummary series = asked.series();
        boolean symbolFits = model.symbols().isEmpty() || model.symbols().contains(series.symbol());
        if (!symbolFits || model.timeframe() != null && !model.timeframe().equals(series.timeframe())) {
            throw new ServiceException(
                    ErrorCode.UNPROCESSABLE,
                    "model %s is for %s at %s, not for %s at %s"
                            .formatted(
                                    modelId, model.symbols(), model.timeframe(), series.symbol(), series.timeframe()));
        }
    }

    /** Models of the viewer that are loaded and meant for this market. */
    public List<Candidate> fitting(Viewer viewer, SeriesSummary series) {
        return market.candidates(series.symbol(), series.timeframe()).stream()
                .filter(candidate -> viewer.maySee(candidate.state().owner()))
                .toList();
    }

    private Answer byRules(Asked asked, String reason, long start) {
        SeriesSummary series = asked.series();
        UUID modelId = asked.request().modelId();
        RuleView judged = Optional.of(fallback.enabled())
                .filter(Boolean::booleanValue)
                .flatMap(enabled -> rules.judge(series.symbol(), series.timeframe()))
                .orElseThrow(() -> new ServiceException(ErrorCode.MODEL_NOT_LOADED, reason));
        Optional<PredictionMade> made = Optional.ofNullable(modelId)
                .flatMap(known::find)
                .map(model -> fallbackOf(model, series, judged, start));
        var row = made.map(SymbolPredictView.Row::of).orElseGet(() -> row(judged));
        return new Answer(
                new SymbolPredictView(
                        series.symbol(),
                        series.timeframe(),
                        series.now(),
                        judged.close(),
                        modelId,
                        null,
                        null,
                        List.of(row),
                        reason,
                        micros(start)),
                made);
    }

    private static SymbolPredictView.Row row(RuleView judged) {
        return new SymbolPredictView.Row(
                null,
                judged.direction(),
                judged.confidence(),
                null,
                judged.outputs(),
                1,
                PredictionSource.FALLBACK,
                null,
                null);
    }

    /** On record as version 0 of the model that was asked: how well the rules stand in for it can be seen. */
    private static PredictionMade fallbackOf(ModelChanged model, SeriesSummary series, RuleView judged, long start) {
        return new PredictionMade(
                UUID.randomUUID(),
                model.modelId(),
                0,
                null,
                model.owner(),
                series.symbol(),
                series.timeframe(),
                series.now(),
                judged.close(),
                1,
                "DIRECTION",
                judged.outputs(),
                judged.direction(),
                judged.confidence(),
                null,
                PredictionSource.FALLBACK,
                micros(start),
                null,
                null,
                null,
                Instant.now());
    }

    private static SymbolPredictView view(PredictionMade made, long start) {
        return new SymbolPredictView(
                made.symbol(),
                made.timeframe(),
                made.candleOpenTime(),
                made.referencePrice(),
                made.modelId(),
                made.modelVersion(),
                made.bundleDigest(),
                List.of(SymbolPredictView.Row.of(made)),
                null,
                micros(start));
    }

    private static long micros(long start) {
        return (System.nanoTime() - start) / 1_000;
    }
}
