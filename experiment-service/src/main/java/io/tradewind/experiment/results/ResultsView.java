package io.tradewind.experiment.results;

import java.util.List;
import java.util.UUID;

import io.tradewind.contracts.experiment.ExperimentStatus;
import io.tradewind.experiment.definition.PrimaryMetric;
import io.tradewind.experiment.statistics.SampleRatio;

/**
 * What an experiment has shown so far.
 *
 * @param unitOfAnalysis what the tests take as independent of each other
 * @param minimumSampleSize of outcomes, or of units with an outcome where units are analysed, in every arm
 * @param contaminatedUnits units that met more than one arm, counted in none
 */
public record ResultsView(
        UUID experimentId,
        String name,
        ExperimentStatus status,
        int phase,
        PrimaryMetric primaryMetric,
        UnitOfAnalysis unitOfAnalysis,
        int minimumSampleSize,
        double significance,
        List<VariantView> variants,
        long contaminatedUnits,
        List<TestView> tests,
        SampleRatio sampleRatio,
        Conclusion conclusion) {}
