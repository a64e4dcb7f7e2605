package io.tradewind.inference.symbol;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * How to predict for a symbol.
 *
 * @param modelId model to ask; null for the one deployed last among those that fit
 * @param unit id to be assigned to an experiment's arm by
 */
public record SymbolPredictRequest(
        @Nullable UUID modelId, @Nullable String unit) {}
