package io.tradewind.monitoring.drift;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.tradewind.monitoring.statistics.Arithmetic;
import org.jspecify.annotations.Nullable;

/**
 * A version's reference, laid out as one array of counts: bins of the first feature, of the second, ..., of the outputs.
 *
 * @param evaluationAccuracy accuracy of the version on its test data, in [0, 1]; null when its evaluation has none
 */
record DriftReference(
        List<ReferenceColumn> features,
        List<ReferenceColumn> outputs,
        @Nullable Double evaluationAccuracy) {

    /** PSI of one column. */
    record ColumnScore(String name, double psi, long rows) {}

    DriftReference {
        features = List.copyOf(features);
        outputs = List.copyOf(outputs);
    }

    /** Length of the array of counts. */
    int bins() {
        return bins(features) + bins(outputs);
    }

    /** Adds an observation to the counts. Columns it does not have, or that the reference does not know, are left out. */
    void count(Observation observation, long[] counts) {
        assert Arithmetic.offTheEventLoop() : "rows are counted on the threads for it";
        List<Double> values = observation.features();
        if (values != null) {
            countFeatures(observation.featureNames(), values, counts);
        }
        if (observation.outputs().size() == outputs.size()) {
            count(outputs, observation.outputs(), counts, bins(features));
        }
    }

    /** PSI of every feature that has values. */
    List<ColumnScore> featureScores(long[] counts) {
        return scores(features, counts, 0);
    }

    /** PSI of every output that has values. */
    List<ColumnScore> outputScores(long[] counts) {
        return scores(outputs, counts, bins(features));
    }

    private void countFeatures(@Nullable List<String> names, List<Double> values, long[] counts) {
        if (names == null) {
            if (values.size() == features.size()) {
                count(features, values, counts, 0);
            }
            return;
        }
        if (names.size() != values.size()) {
            return;
        }
        Map<String, Double> byName = HashMap.newHashMap(names.size());
        for (int i = 0; i < names.size(); i++) {
            byName.put(names.get(i), values.get(i));
        }
        int offset = 0;
        for (ReferenceColumn feature : features) {
            Double value = byName.get(feature.name());
            if (value != null) {
                counts[offset + feature.bin(value)]++;
            }
            offset += feature.bins();
        }
    }

    private static void count(List<ReferenceColumn> columns, List<Double> values, long[] counts, int start) {
        int offset = start;
        for (int i = 0; i < columns.size(); i++) {
            ReferenceColumn column = columns.get(i);
            counts[offset + column.bin(values.get(i))]++;
            offset += column.bins();
        }
    }

    private static List<ColumnScore> scores(List<ReferenceColumn> columns, long[] counts, int start) {
        List<ColumnScore> scores = new ArrayList<>();
        int offset = start;
        for (ReferenceColumn column : columns) {
            long rows = 0;
            for (int bin = 0; bin < column.bins(); bin++) {
                rows += counts[offset + bin];
            }
            if (rows > 0) {
                scores.add(new ColumnScore(column.name(), column.psi(counts, offset), rows));
            }
            offset += column.bins();
        }
        return scores;
    }

    private static int bins(List<ReferenceColumn> columns) {
        return columns.stream().mapToInt(ReferenceColumn::bins).sum();
    }
}
