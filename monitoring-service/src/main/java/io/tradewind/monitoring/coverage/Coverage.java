package io.tradewind.monitoring.coverage;

import java.util.UUID;

/**
 * Predictions of a model and what has become of them.
 *
 * @param outcomes outcomes that belong to its predictions; the first of a prediction is the only one
 * @param joined predictions that have their outcome
 * @param waiting predictions that have none yet
 * @param unmatched outcomes of the whole fleet whose prediction has not arrived: whose they are is not known before
 */
public record Coverage(UUID modelId, long predictions, long outcomes, long joined, long waiting, long unmatched) {}
