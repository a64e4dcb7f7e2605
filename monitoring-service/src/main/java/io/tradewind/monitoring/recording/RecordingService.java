package io.tradewind.monitoring.recording;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.event.Event;
import io.tradewind.contracts.prediction.OutcomeObserved;
import io.tradewind.contracts.prediction.PredictionMade;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.kit.publish.EventPublisher;
import io.tradewind.market.candle.Timeframe;
import io.tradewind.monitoring.model.ModelAccess;
import io.tradewind.monitoring.prediction.PredictionLedger;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Puts what is reported on its topic, and answers once the broker has it. */
@Singleton
public class RecordingService {

    private final ModelAccess access;
    private final PredictionLedger ledger;
    private final EventPublisher publisher;

    RecordingService(ModelAccess access, PredictionLedger ledger, EventPublisher publisher) {
        this.access = access;
        this.ledger = ledger;
        this.publisher = publisher;
    }

    /** Records outcomes of the caller's predictions, whether those have arrived or not. */
    public Uni<Recorded> outcomes(List<OutcomeRequest> requests) {
        List<UUID> ids = requests.stream().map(OutcomeRequest::predictionId).toList();
        Instant now = now();
        return requireOwn(ids).chain(() -> {
            String reporter = reporter();
            List<OutcomeObserved> events = requests.stream()
                    .map(request -> RecordingRules.outcome(request, reporter, now))
                    .toList();
            return publisher.publish(events).replaceWith(Recorded.of(ids));
        });
    }

    /**
     * Records predictions made elsewhere by the caller's models.
     *
     * @param requestId what the ids of those follow from that come without one
     */
    public Uni<Recorded> predictions(UUID requestId, List<PredictionRequest> requests) {
        requests.forEach(RecordingService::refuseUnknownTimeframe);
        Set<UUID> models = new LinkedHashSet<>();
        requests.forEach(request -> models.add(request.modelId()));
        Set<UUID> ids = new LinkedHashSet<>();
        requests.stream()
                .map(PredictionRequest::predictionId)
                .filter(Objects::nonNull)
                .forEach(ids::add);
        Instant now = now();
        return owners(models).flatMap(owners -> requireOwn(ids).chain(() -> {
            List<PredictionMade> events = new ArrayList<>(requests.size());
            for (PredictionRequest request : requests) {
                UUID id = RecordingRules.predictionId(requestId, events.size());
                events.add(RecordingRules.prediction(request, id, owners.get(request.modelId()), now));
            }
            return publisher
                    .publish(events)
                    .replaceWith(() -> Recorded.of(
                            events.stream().map(PredictionMade::predictionId).toList()));
        }));
    }

    /** Records closed trades. */
    public Uni<Recorded> trades(List<TradeRequest> requests) {
        Set<UUID> models = new LinkedHashSet<>();
        Set<UUID> ids = new LinkedHashSet<>();
        for (TradeRequest trade : requests) {
            if (trade.predictionId() != null) {
                ids.add(trade.predictionId());
            } else if (trade.modelId() != null && trade.modelVersion() != null) {
                models.add(trade.modelId());
            } else {
                throw new ServiceException(
                        ErrorCode.VALIDATION_FAILED,
                        "trade " + trade.tradeId() + " needs a predictionId, or a modelId and a modelVersion");
            }
        }
        Instant now = now();
        return requireOwn(ids).chain(() -> owners(models)).flatMap(owners -> {
            List<Event> events = new ArrayList<>();
            List<UUID> predictionIds = new ArrayList<>();
            for (TradeRequest trade : requests) {
                predictionIds.add(add(events, trade, owners, now));
            }
            return publisher.publish(events).replaceWith(Recorded.of(predictionIds));
        });
    }

    private UUID add(List<Event> events, TradeRequest trade, Owners owners, Instant now) {
        UUID id = trade.predictionId();
        UUID modelId = trade.modelId();
        Integer version = trade.modelVersion();
        if (id == null && modelId != null && version != null) {
            id = RecordingRules.tradePredictionId(modelId, trade.tradeId());
            PredictionRequest prediction = RecordingRules.predictionOf(trade, modelId, version);
            events.add(RecordingRules.prediction(prediction, id, owners.get(modelId), now));
        }
        UUID predictionId = Objects.requireNonNull(id);
        events.add(RecordingRules.outcome(RecordingRules.outcomeOf(trade, predictionId), reporter(), now));
        return predictionId;
    }

    /** Owners of models the caller may access. */
    @FunctionalInterface
    private interface Owners {
        String get(UUID modelId);
    }

    private Uni<Owners> owners(Collection<UUID> models) {
        return Multi.createFrom()
                .iterable(models)
                .onItem()
                .transformToUniAndConcatenate(access::require)
                .collect()
                .asMap(model -> model.id(), model -> model.owner())
                .map(owners -> owners::get);
    }

    // Predictions nobody has seen yet may be anybody's: the event says who reported, and the join believes only owners.
    private Uni<Void> requireOwn(Collection<UUID> predictionIds) {
        if (predictionIds.isEmpty() || access.seesAll()) {
            return Uni.createFrom().voidItem();
        }
        return ledger.owners(predictionIds)
                .invoke(owners -> owners.forEach((id, owner) -> {
                    if (!access.mayAccess(owner)) {
                        throw new ServiceException(ErrorCode.NOT_FOUND, "there is no prediction " + id);
                    }
                }))
                .replaceWithVoid();
    }

    private @Nullable String reporter() {
        return access.seesAll() ? null : access.userId();
    }

    private static void refuseUnknownTimeframe(PredictionRequest request) {
        String timeframe = request.timeframe();
        if (timeframe == null) {
            return;
        }
        try {
            Timeframe.parse(timeframe);
        } catch (IllegalArgumentException e) {
            throw new ServiceException(ErrorCode.VALIDATION_FAILED, e.getMessage(), e);
        }
    }

    private static Instant now() {
        return Instant.now(Clock.systemUTC());
    }
}
