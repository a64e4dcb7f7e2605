package io.tradewind.learning.importance;

/**
 * How contributions were measured.
 *
 * @param method {@code tree-shap} or {@code sampled-shapley}
 * @param unit of the scores that were taken apart: {@code log-odds}, {@code probability} or {@code return}
 * @param rows rows that were taken apart
 * @param background rows that stood for a feature's absence; 0 where the trees' own row counts do
 * @param base score without any feature known: the contributions of a row and the base add up to its score
 * @param largestGap largest absolute difference from that sum over the rows; rounding only
 */
public record ContributionSummary(
        String method, String unit, int rows, int background, double base, double largestGap) {}
