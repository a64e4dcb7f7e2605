package io.tradewind.learning.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * How convincing a Sharpe ratio is once it is known how many models were tried (Bailey and Lopez de Prado 2014).
 *
 * @param trials models that were tried, this one among them
 * @param probability P(true Sharpe > what the best of so many worthless trials is expected to show), null if undefined
 */
public record Deflation(int trials, @Nullable Double probability) {}
