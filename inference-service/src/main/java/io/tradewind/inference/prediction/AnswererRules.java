package io.tradewind.inference.prediction;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import io.tradewind.contracts.experiment.ExperimentChanged;
import io.tradewind.inference.experiment.Arm;
import io.tradewind.inference.serving.LoadedModel;
import org.jspecify.annotations.Nullable;

/** Which model answers a request for one that takes part in an experiment. */
final class AnswererRules {

    /** @param arm the arm it answers for; null outside experiments */
    record Choice(UUID modelId, @Nullable Arm arm) {}

    private AnswererRules() {}

    /**
     * The model of the request's arm where it can take the same input, else the one that was asked.
     *
     * @param served what answers for a model now
     */
    static Choice choose(UUID asked, String owner, List<Arm> arms, Function<UUID, Optional<LoadedModel>> served) {
        return arms.stream()
                .filter(arm -> arm.experiment().owner().equals(owner) && takesPart(arm.experiment(), asked))
                .filter(arm -> canAnswer(asked, arm.variant(), served))
                .min(Comparator.comparing(arm -> arm.experiment().experimentId()))
                .map(arm -> new Choice(arm.variant().modelId(), arm))
                .orElseGet(() -> new Choice(asked, null));
    }

    private static boolean takesPart(ExperimentChanged experiment, UUID modelId) {
        return experiment.variants().stream()
                .anyMatch(variant -> variant.modelId().equals(modelId));
    }

    private static boolean canAnswer(
            UUID asked, ExperimentChanged.Variant variant, Function<UUID, Optional<LoadedModel>> served) {
        Optional<LoadedModel> answering = served.apply(variant.modelId());
        boolean rightVersion = answering.isPresent()
                && (variant.modelVersion() == null
                        || variant.modelVersion() == answering.get().identity().version());
        return rightVersion
                && (variant.modelId().equals(asked)
                        || served.apply(asked)
                                .filter(model -> sameInput(model, answering.get()))
                                .isPresent());
    }

    private static boolean sameInput(LoadedModel one, LoadedModel other) {
        return one.window() == other.window()
                && one.manifest().featureSchemaHash().equals(other.manifest().featureSchemaHash());
    }
}
