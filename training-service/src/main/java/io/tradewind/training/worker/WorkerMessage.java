package io.tradewind.training.worker;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** What a worker says on its standard output, one JSON object a line. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = WorkerMessage.Progress.class, name = "progress"),
    @JsonSubTypes.Type(value = WorkerMessage.Finished.class, name = "finished"),
    @JsonSubTypes.Type(value = WorkerMessage.Refused.class, name = "refused"),
    @JsonSubTypes.Type(value = WorkerMessage.Stopped.class, name = "stopped")
})
public sealed interface WorkerMessage {

    /**
     * One epoch or boosting round is done.
     *
     * @param samplesPerSecond training samples
     * @param etaMillis estimated milliseconds to the last epoch
     */
    record Progress(
            int epoch,
            int epochs,
            double trainingLoss,
            @Nullable Double validationLoss,
            double samplesPerSecond,
            long etaMillis)
            implements WorkerMessage {}

    /** The bundle lies complete in its folder. */
    record Finished(String bundleDigest) implements WorkerMessage {}

    /** Training ended in a way that would repeat itself. */
    record Refused(String reason) implements WorkerMessage {}

    /** It did as it was asked and stopped. */
    record Stopped() implements WorkerMessage {}
}
