package io.tradewind.learning.training;

import java.util.List;
import java.util.Map;

import io.tradewind.learning.architecture.ArchitectureDefinition;
import io.tradewind.learning.architecture.EnsembleMember;
import io.tradewind.learning.task.Task;

/** What a plan says where nobody said it: mostly one bar's direction, but an ensemble has its members' and its preset's defaults. */
final class PlanDefaults {

    private static final List<Integer> ONE_BAR = List.of(1);
    private static final List<Integer> PRICE_HORIZONS = List.of(1, 5, 15, 60);

    private PlanDefaults() {}

    static Task task(ArchitectureDefinition architecture, Map<String, Object> hyperparameters) {
        return pricePredictor(architecture, hyperparameters)
                ? Task.RETURN
                : architecture.tasks().get(0);
    }

    static List<Integer> horizons(ArchitectureDefinition architecture, Map<String, Object> hyperparameters, Task task) {
        return task == Task.RETURN && pricePredictor(architecture, hyperparameters) ? PRICE_HORIZONS : ONE_BAR;
    }

    private static boolean pricePredictor(ArchitectureDefinition architecture, Map<String, Object> hyperparameters) {
        return architecture.name().equals(ArchitectureDefinition.ENSEMBLE)
                && ArchitectureDefinition.PRICE_PREDICTOR.equals(hyperparameters.get(ArchitectureDefinition.PRESET));
    }

    /** Of an ensemble, the longest of its members' windows. */
    static int window(ArchitectureDefinition architecture, Map<String, Object> hyperparameters) {
        if (!architecture.name().equals(ArchitectureDefinition.ENSEMBLE)) {
            return architecture.training().window();
        }
        return EnsembleMember.of(architecture.validate(hyperparameters)).stream()
                .mapToInt(member -> member.training().window())
                .max()
                .orElseThrow();
    }
}
