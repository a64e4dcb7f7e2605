package io.tradewind.learning.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Metrics of several labels of which any number may hold. */
final class LabelMetrics {

    private static final double EVEN = 0.5;

    private final TaskEvidence evidence;
    private final double[][] probabilities;
    private final List<TaskDetails.LabelScore> scores = new ArrayList<>();
    private double hits;
    private double said;
    private double there;

    LabelMetrics(TaskEvidence evidence, double[][] probabilities) {
        this.evidence = evidence;
        this.probabilities = probabilities;
        for (int label = 0; label < evidence.outputNames().size(); label++) {
            scores.add(score(label));
        }
    }

    private TaskDetails.LabelScore score(int label) {
        boolean[] holds = new boolean[probabilities.length];
        double[] claimed = new double[probabilities.length];
        double right = 0;
        double forecast = 0;
        long rows = 0;
        for (int i = 0; i < holds.length; i++) {
            holds[i] = evidence.targets()[i][label] > 0;
            claimed[i] = probabilities[i][label];
            rows += holds[i] ? 1 : 0;
            forecast += claimed[i] > EVEN ? 1 : 0;
            right += holds[i] && claimed[i] > EVEN ? 1 : 0;
        }
        hits += right;
        said += forecast;
        there += rows;
        return new TaskDetails.LabelScore(
                evidence.outputNames().get(label),
                rows,
                evidence.shares()[label],
                TradingMetrics.defined(right / forecast),
                TradingMetrics.defined(right / rows),
                TradingMetrics.defined(2 * right / (forecast + rows)),
                TradingMetrics.defined(ClassMetrics.auc(claimed, holds)),
                TradingMetrics.defined(ClassMetrics.logLoss(claimed, holds)),
                TradingMetrics.defined(ClassMetrics.brier(claimed, holds)));
    }

    /** Precision, recall and F1 over all labels together, the other metrics as means over labels that have them. */
    ClassMetrics metrics() {
        return new ClassMetrics(
                TradingMetrics.defined(hits / said),
                TradingMetrics.defined(hits / there),
                TradingMetrics.defined(2 * hits / (said + there)),
                List.of(),
                mean(scores.stream().map(TaskDetails.LabelScore::auc).toList()),
                mean(scores.stream().map(TaskDetails.LabelScore::logLoss).toList()),
                mean(scores.stream().map(TaskDetails.LabelScore::brier).toList()),
                null);
    }

    private static Double mean(List<Double> values) {
        return TradingMetrics.defined(values.stream()
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN));
    }

    List<TaskDetails.LabelScore> scores() {
        return scores;
    }

    /** Labels that never hold and are never forecast are left out: nothing was to be found. */
    Double macroF1() {
        return mean(scores.stream().map(TaskDetails.LabelScore::f1).toList());
    }

    /** For each row the share of labels that were right. */
    double[] right() {
        double[] right = new double[probabilities.length];
        for (int i = 0; i < right.length; i++) {
            for (int label = 0; label < scores.size(); label++) {
                boolean holds = evidence.targets()[i][label] > 0;
                right[i] += holds == probabilities[i][label] > EVEN ? 1.0 / scores.size() : 0;
            }
        }
        return right;
    }

    /** The same of always saying what is more frequent among the training rows. */
    double[] majority() {
        double[] right = new double[probabilities.length];
        for (int i = 0; i < right.length; i++) {
            for (int label = 0; label < scores.size(); label++) {
                boolean holds = evidence.targets()[i][label] > 0;
                right[i] += holds == evidence.shares()[label] > EVEN ? 1.0 / scores.size() : 0;
            }
        }
        return right;
    }
}
