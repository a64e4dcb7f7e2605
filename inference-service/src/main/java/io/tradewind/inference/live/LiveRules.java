package io.tradewind.inference.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.tradewind.contracts.experiment.ExperimentChanged;
import io.tradewind.inference.experiment.Arm;
import io.tradewind.inference.experiment.MissingVersion;
import org.jspecify.annotations.Nullable;

/** Which models predict on a candle that closed. */
final class LiveRules {

    /** One prediction to make; {@code arm} is null outside experiments. */
    record Planned(UUID modelId, @Nullable Arm arm) {}

    private LiveRules() {}

    /**
     * Every fitting model once, except that of an experiment's models only the one of the candle's arm predicts, for
     * that experiment.
     */
    static List<Planned> plan(Collection<Candidate> fitting, List<Arm> arms) {
        List<Planned> planned = new ArrayList<>();
        Set<UUID> taken = new HashSet<>();
        for (Arm arm : arms) {
            if (ownsItsModels(arm.experiment(), fitting)) {
                arm.experiment().variants().forEach(variant -> taken.add(variant.modelId()));
                fitting.stream()
                        .filter(candidate -> candidate.answersFor(arm))
                        .forEach(candidate ->
                                planned.add(new Planned(candidate.state().modelId(), arm)));
            }
        }
        fitting.stream()
                .map(candidate -> candidate.state().modelId())
                .filter(modelId -> !taken.contains(modelId))
                .forEach(modelId -> planned.add(new Planned(modelId, null)));
        return planned;
    }

    /** Arms whose prediction on the candle falls out because another version than theirs is served, or none. */
    static Map<Arm, MissingVersion> refused(Collection<Candidate> fitting, List<Arm> arms) {
        Map<Arm, MissingVersion> refused = new LinkedHashMap<>();
        arms.stream()
                .filter(arm -> takesPart(arm.experiment(), fitting) && ownsItsModels(arm.experiment(), fitting))
                .forEach(arm -> MissingVersion.of(arm.variant(), served(fitting, arm.variant()))
                        .ifPresent(missing -> refused.put(arm, missing)));
        return refused;
    }

    private static boolean takesPart(ExperimentChanged experiment, Collection<Candidate> fitting) {
        return experiment.variants().stream().anyMatch(variant -> served(fitting, variant) != null);
    }

    private static @Nullable Integer served(Collection<Candidate> fitting, ExperimentChanged.Variant variant) {
        return fitting.stream()
                .filter(candidate -> candidate.state().modelId().equals(variant.modelId()))
                .map(Candidate::version)
                .findFirst()
                .orElse(null);
    }

    /** Nobody's experiment may keep somebody else's models from predicting. */
    private static boolean ownsItsModels(ExperimentChanged experiment, Collection<Candidate> fitting) {
        return fitting.stream()
                .filter(candidate -> experiment.variants().stream().anyMatch(variant -> variant.modelId()
                        .equals(candidate.state().modelId())))
                .allMatch(candidate -> candidate.state().owner().equals(experiment.owner()));
    }
}
