package io.tradewind.learning.training;

import java.util.List;
import java.util.Map;

import io.tradewind.learning.architecture.ArchitectureCatalogue;
import io.tradewind.learning.architecture.EnsembleMember;
import io.tradewind.learning.architecture.Family;
import io.tradewind.learning.architecture.TrainingDefaults;
import io.tradewind.learning.fit.FitSchedule;

/**
 * One of the models that a plan trains: an ensemble's member, or the plan's only model.
 *
 * @param window newest rows of the plan's window that it sees
 */
record Member(
        String architecture, Map<String, Object> hyperparameters, double weight, int window, FitSchedule schedule) {

    static List<Member> of(TrainingPlan plan) {
        if (family(plan.architecture()) != Family.ENSEMBLE) {
            FitSchedule schedule =
                    new FitSchedule(plan.epochs(), plan.batchSize(), plan.learningRate(), plan.patience());
            return List.of(new Member(plan.architecture(), plan.hyperparameters(), 1, plan.window(), schedule));
        }
        return EnsembleMember.of(plan.hyperparameters()).stream()
                .map(member -> of(member, plan))
                .toList();
    }

    private static Member of(EnsembleMember member, TrainingPlan plan) {
        TrainingDefaults training = member.training();
        return new Member(
                member.architecture(),
                member.hyperparameters(),
                member.weight(),
                Math.min(training.window(), plan.window()),
                new FitSchedule(
                        Math.min(training.epochs(), plan.epochs()),
                        training.batchSize(),
                        training.learningRate(),
                        training.patience()));
    }

    private static Family family(String architecture) {
        return ArchitectureCatalogue.get(architecture).family();
    }

    /** Whether it knows what to do with a missing value. */
    boolean acceptsMissing() {
        return family(architecture) == Family.TREES;
    }

    /** How many models it takes: trees have one output, so that each further horizon needs a model of its own. */
    int models(int horizons) {
        return family(architecture) == Family.TREES ? horizons : 1;
    }

    int minimumRows() {
        return ArchitectureCatalogue.get(architecture).minimumRows();
    }
}
