package io.tradewind.monitoring.drift;

import java.util.Comparator;
import java.util.List;

import io.tradewind.monitoring.statistics.Performance;
import io.tradewind.monitoring.statistics.Selection;
import org.jspecify.annotations.Nullable;

/** Makes reports of what was counted. */
record Scoring(Selection selection, int version, DriftConfig config) {

    DriftReport scored(DriftReference reference, DriftWindows.Histogram histogram, Performance live) {
        Double performance = performance(reference.evaluationAccuracy(), live);
        if (histogram.rows() < config.minimumRows()) {
            String reason = "%d rows, at least %d are needed".formatted(histogram.rows(), config.minimumRows());
            return report(DriftStatus.NOT_ENOUGH_DATA, reason, histogram.rows(), reference.evaluationAccuracy(), live)
                    .with(null, null, performance, List.of(), List.of());
        }
        List<DriftReference.ColumnScore> features = reference.featureScores(histogram.counts());
        List<DriftReference.ColumnScore> outputs = reference.outputScores(histogram.counts());
        return report(DriftStatus.SCORED, null, histogram.rows(), reference.evaluationAccuracy(), live)
                .with(mean(features), mean(outputs), performance, columns(features), columns(outputs));
    }

    DriftReport unscored(DriftStatus status, @Nullable String reason, Performance live) {
        return report(status, reason, 0, null, live).with(null, null, null, List.of(), List.of());
    }

    private @Nullable Double performance(@Nullable Double evaluationAccuracy, Performance live) {
        Double accuracy = live.accuracy();
        return evaluationAccuracy == null || accuracy == null || live.judged() < config.minimumOutcomes()
                ? null
                : (Double) DriftRules.performanceDrop(evaluationAccuracy, accuracy);
    }

    private DriftReport report(
            DriftStatus status,
            @Nullable String reason,
            long rows,
            @Nullable Double evaluationAccuracy,
            Performance live) {
        return new DriftReport(
                selection.modelId(),
                version,
                selection.variant(),
                selection.from(),
                status,
                "psi",
                rows,
                config.minimumRows(),
                live.judged(),
                config.minimumOutcomes(),
                null,
                null,
                null,
                evaluationAccuracy,
                live.accuracy(),
                reason,
                List.of(),
                List.of());
    }

    private static @Nullable Double mean(List<DriftReference.ColumnScore> scores) {
        return DriftRules.mean(
                scores.stream().map(DriftReference.ColumnScore::psi).toList());
    }

    private static List<DriftReport.Column> columns(List<DriftReference.ColumnScore> scores) {
        return scores.stream()
                .sorted(Comparator.comparingDouble(DriftReference.ColumnScore::psi)
                        .reversed())
                .map(score -> new DriftReport.Column(score.name(), score.psi(), score.rows()))
                .toList();
    }
}
