package io.tradewind.monitoring.recording;

import java.util.List;
import java.util.UUID;

/**
 * What was taken in: it is on its topic and will be counted.
 *
 * @param predictionIds ids of the predictions it is about, in the order of the request
 */
public record Recorded(int accepted, List<UUID> predictionIds) {

    public Recorded {
        predictionIds = List.copyOf(predictionIds);
    }

    static Recorded of(List<UUID> predictionIds) {
        return new Recorded(predictionIds.size(), predictionIds);
    }
}
