package io.tradewind.learning.split;

/**
 * Samples divided by their index.
 *
 * @param training rising indices the model is fitted on
 * @param validation rising indices that stop the training and fit the calibration
 * @param test rising indices that judge the model
 * @param audit what was counted and left out
 */
@SuppressWarnings("ArrayRecordComponent")
public record Division(int[] training, int[] validation, int[] test, SplitAudit.Fold audit) {}
