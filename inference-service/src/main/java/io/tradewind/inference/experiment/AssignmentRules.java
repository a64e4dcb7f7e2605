package io.tradewind.inference.experiment;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.tradewind.contracts.experiment.Assignments;
import io.tradewind.contracts.experiment.ExperimentChanged;
import io.tradewind.contracts.experiment.ExperimentStatus;

/** Which experiments a subject takes part in, and in which arm. */
public final class AssignmentRules {

    private AssignmentRules() {}

    /** The arm of each running experiment that covers the subject; none for experiments that leave its unit out. */
    public static List<Arm> arms(Collection<ExperimentChanged> experiments, Subject subject) {
        return experiments.stream()
                .filter(experiment -> runsOn(experiment, subject))
                .map(experiment -> arm(experiment, subject))
                .flatMap(Optional::stream)
                .toList();
    }

    private static boolean runsOn(ExperimentChanged experiment, Subject subject) {
        boolean symbolFits = experiment.symbols().isEmpty()
                || subject.symbol() != null && experiment.symbols().contains(subject.symbol());
        boolean timeframeFits =
                experiment.timeframe() == null || Objects.equals(experiment.timeframe(), subject.timeframe());
        return experiment.status() == ExperimentStatus.RUNNING && symbolFits && timeframeFits;
    }

    private static Optional<Arm> arm(ExperimentChanged experiment, Subject subject) {
        Optional<String> unit = unit(experiment, subject);
        Optional<String> name = unit.flatMap(u -> Assignments.variantFor(experiment, u));
        return name.flatMap(n -> experiment.variants().stream()
                .filter(variant -> variant.name().equals(n))
                .findFirst()
                .map(variant -> new Arm(experiment, variant, unit.get())));
    }

    private static Optional<String> unit(ExperimentChanged experiment, Subject subject) {
        return switch (experiment.unit()) {
            case CANDLE ->
                subject.symbol() == null || subject.timeframe() == null || subject.candleOpenTime() == null
                        ? Optional.empty()
                        : Optional.of(subject.symbol() + '|' + subject.timeframe() + '|' + subject.candleOpenTime());
            case SYMBOL -> Optional.ofNullable(subject.symbol());
            case USER -> Optional.ofNullable(subject.requestUnit()).or(() -> Optional.ofNullable(subject.userId()));
            case REQUEST -> Optional.ofNullable(subject.requestUnit());
        };
    }
}
