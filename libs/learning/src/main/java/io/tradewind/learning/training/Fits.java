package io.tradewind.learning.training;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.tradewind.learning.architecture.ArchitectureDefinition;
import io.tradewind.learning.bundle.BundleMember;
import io.tradewind.learning.bundle.ScalerSpec;
import io.tradewind.learning.ensemble.Aggregation;
import io.tradewind.learning.fit.Checkpoints;

/** Fits what a plan asks for: one model, one per horizon, or an ensemble's members and how they are combined. */
final class Fits {

    private Fits() {}

    static Fitted of(TrainingPlan plan, Material material, ProgressMonitor progress, Checkpoints checkpoints) {
        boolean ensemble = ArchitectureDefinition.ENSEMBLE.equals(plan.architecture());
        // A checkpoint holds one network's state; of several members it could not say whose.
        MemberFits fits = new MemberFits(plan, new RunningEpochs(progress), ensemble ? Checkpoints.NONE : checkpoints);
        Aggregation aggregation = ensemble ? aggregation(plan, material, fits) : one(fits);
        List<MemberFits.Part> parts = fits.fit(material.training(), material.validation());
        if (parts.size() == 1 && !ensemble) {
            return single(parts.get(0));
        }
        List<BundleMember> members = parts.stream().map(MemberFits.Part::member).toList();
        return new Fitted(
                MemberFits.files(parts),
                members.get(0).file(),
                members,
                aggregation,
                // Each network's graph holds its own scaler; trees need none.
                ScalerSpec.NONE,
                MemberFits.summary(parts),
                parts.stream().map(part -> part.model().library()).distinct().collect(Collectors.joining(", ")));
    }

    private static Fitted single(MemberFits.Part part) {
        String file = part.model().fileName();
        return new Fitted(
                Map.of(file, part.model().bytes()),
                file,
                List.of(),
                null,
                part.model().scaler(),
                part.model().summary(),
                part.model().library());
    }

    private static Aggregation one(MemberFits fits) {
        return Aggregation.of(Aggregation.Method.WEIGHTED_MEAN, fits.weights());
    }

    private static Aggregation aggregation(TrainingPlan plan, Material material, MemberFits fits) {
        return switch (plan.hyperparameters().get("aggregation").toString()) {
            case "median" -> Aggregation.of(Aggregation.Method.MEDIAN, fits.weights());
            case "vote" -> Aggregation.of(Aggregation.Method.VOTE, fits.weights());
            case "stacking" -> OutOfFold.stack(plan, material, fits);
            default -> one(fits);
        };
    }

    /** Epochs that a plan's fits take at most, those for stacking's folds included. */
    static int plannedEpochs(TrainingPlan plan) {
        boolean stacking = "stacking".equals(plan.hyperparameters().get("aggregation"));
        int rounds = stacking ? 1 + ((Number) plan.hyperparameters().get("folds")).intValue() : 1;
        return rounds
                * Member.of(plan).stream()
                        .mapToInt(member -> member.schedule().epochs()
                                * member.models(plan.horizons().size()))
                        .sum();
    }
}
