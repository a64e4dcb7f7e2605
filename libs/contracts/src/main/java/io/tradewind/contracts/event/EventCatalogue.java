package io.tradewind.contracts.event;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.tradewind.contracts.Topic;
import io.tradewind.contracts.alert.AlertChanged;
import io.tradewind.contracts.experiment.ExperimentChanged;
import io.tradewind.contracts.market.CandleClosed;
import io.tradewind.contracts.model.ModelChanged;
import io.tradewind.contracts.model.ModelLoadFailed;
import io.tradewind.contracts.model.ModelLoaded;
import io.tradewind.contracts.model.ModelUnloaded;
import io.tradewind.contracts.model.ReplicaSeen;
import io.tradewind.contracts.prediction.OutcomeObserved;
import io.tradewind.contracts.prediction.PredictionMade;
import io.tradewind.contracts.training.TrainingJobChanged;
import io.tradewind.contracts.training.TrainingProgressed;

/** Which CloudEvents type and topic each event record has. */
public final class EventCatalogue {

    /** One kind of event. */
    public record Entry(Class<? extends Event> record, String type, Topic topic) {}

    private static final List<Entry> ENTRIES = List.of(
            new Entry(ModelChanged.class, "io.tradewind.model.changed.v1", Topic.MODELS),
            new Entry(TrainingJobChanged.class, "io.tradewind.training-job.changed.v1", Topic.TRAINING),
            new Entry(TrainingProgressed.class, "io.tradewind.training-job.progressed.v1", Topic.TRAINING),
            new Entry(ModelLoaded.class, "io.tradewind.model.loaded.v1", Topic.INFERENCE),
            new Entry(ModelLoadFailed.class, "io.tradewind.model.load-failed.v1", Topic.INFERENCE),
            new Entry(ModelUnloaded.class, "io.tradewind.model.unloaded.v1", Topic.INFERENCE),
            new Entry(ReplicaSeen.class, "io.tradewind.replica.seen.v1", Topic.INFERENCE),
            new Entry(CandleClosed.class, "io.tradewind.candle.closed.v1", Topic.CANDLES),
            new Entry(PredictionMade.class, "io.tradewind.prediction.made.v1", Topic.PREDICTIONS),
            new Entry(OutcomeObserved.class, "io.tradewind.outcome.observed.v1", Topic.OUTCOMES),
            new Entry(ExperimentChanged.class, "io.tradewind.experiment.changed.v1", Topic.EXPERIMENTS),
            new Entry(AlertChanged.class, "io.tradewind.alert.changed.v1", Topic.ALERTS));

    private static final Map<Class<?>, Entry> BY_RECORD =
            ENTRIES.stream().collect(Collectors.toUnmodifiableMap(Entry::record, Function.identity()));
    private static final Map<String, Entry> BY_TYPE =
            ENTRIES.stream().collect(Collectors.toUnmodifiableMap(Entry::type, Function.identity()));

    private EventCatalogue() {}

    /** All kinds of event, in the order of their topics. */
    public static List<Entry> entries() {
        return ENTRIES;
    }

    /** The kind with this CloudEvents type; empty for one this build does not know. */
    public static Optional<Entry> find(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    static String typeOf(Class<?> record) {
        return entryOf(record).type();
    }

    static Topic topicOf(Class<?> record) {
        return entryOf(record).topic();
    }

    private static Entry entryOf(Class<?> record) {
        Entry entry = BY_RECORD.get(record);
        if (entry == null) {
            throw new IllegalArgumentException(record.getName() + " is not in the event catalogue");
        }
        return entry;
    }
}
