package io.tradewind.inference.insight;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** Whether models are loaded, and which. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record StatusView(
        boolean modelsLoaded,
        boolean patternCnnLoaded,
        boolean pricePredictorLoaded,
        boolean fallbackAvailable,
        List<LoadedModel> models,
        Instant lastCheck) {

    /** A loaded model. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record LoadedModel(UUID modelId, String name, int version, String architecture, Instant loadedAt) {}
}
