package io.tradewind.inference.prediction;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import io.tradewind.contracts.experiment.ExperimentChanged;
import io.tradewind.inference.experiment.Arm;
import io.tradewind.inference.experiment.MissingVersion;
import io.tradewind.inference.serving.LoadedModel;
import org.jspecify.annotations.Nullable;

/** Which model answers a request for one that takes part in an experiment. */
final class AnswererRules {

    /** Who answers, or why nobody does. */
    sealed interface Choice {

        /** @param arm the arm it answers for; null outside experiments */
        record Answering(UUID modelId, @Nullable Arm arm) implements Choice {}

        /** The request is this arm's, and the version the arm is pinned to is not served. */
        record Refused(Arm arm, MissingVersion missing) implements Choice {}
    }

    private AnswererRules() {}

    /**
     * The model of the request's arm where it can take the same input, else the one that was asked. Nobody where the arm is
     * pinned to a version that is not served.
     *
     * @param served what answers for a model now
     */
    static Choice choose(UUID asked, String owner, List<Arm> arms, Function<UUID, Optional<LoadedModel>> served) {
        return arms.stream()
                .filter(arm -> arm.experiment().owner().equals(owner) && takesPart(arm.experiment(), asked))
                .sorted(Comparator.comparing(arm -> arm.experiment().experimentId()))
                .map(arm -> choose(asked, arm, served))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> new Choice.Answering(asked, null));
    }

    private static Optional<Choice> choose(UUID asked, Arm arm, Function<UUID, Optional<LoadedModel>> served) {
        ExperimentChanged.Variant variant = arm.variant();
        Integer version = served.apply(variant.modelId())
                .map(model -> model.identity().version())
                .orElse(null);
        Optional<MissingVersion> missing = MissingVersion.of(variant, version);
        if (missing.isPresent()) {
            return Optional.of(new Choice.Refused(arm, missing.get()));
        }
        return canAnswer(asked, variant, served)
                ? Optional.of(new Choice.Answering(variant.modelId(), arm))
                : Optional.empty();
    }

    private static boolean takesPart(ExperimentChanged experiment, UUID modelId) {
        return experiment.variants().stream()
                .anyMatch(variant -> variant.modelId().equals(modelId));
    }

    private static boolean canAnswer(
            UUID asked, ExperimentChanged.Variant variant, Function<UUID, Optional<LoadedModel>> served) {
        Optional<LoadedModel> answering = served.apply(variant.modelId());
        return answering.isPresent()
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
