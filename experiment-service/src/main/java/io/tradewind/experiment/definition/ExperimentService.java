package io.tradewind.experiment.definition;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.experiment.ExperimentChanged.Variant;
import io.tradewind.contracts.experiment.ExperimentStatus;
import io.tradewind.experiment.served.ServedModel;
import io.tradewind.experiment.served.ServedModels;
import io.tradewind.kit.paging.Cursor;
import io.tradewind.kit.paging.Limit;
import io.tradewind.kit.paging.Page;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.kit.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** What authors do with their experiments, one transaction each. */
@ApplicationScoped
public class ExperimentService {

    private final Experiments experiments;
    private final ServedModels models;
    private final Concluder concluder;
    private final Caller caller;

    ExperimentService(Experiments experiments, ServedModels models, Concluder concluder, Caller caller) {
        this.experiments = experiments;
        this.models = models;
        this.concluder = concluder;
        this.caller = caller;
    }

    /** Stores a draft under this id; the same id again gives what is stored. */
    public Uni<Experiment> create(UUID id, CreateExperimentRequest request) {
        Design design = design(request);
        String owner = caller.userId();
        return experiments.findExperiment(id).chain(found -> found.map(Uni.createFrom()::item)
                .orElseGet(() ->
                        ownModels(design).chain(() -> experiments.add(Experiment.draft(id, owner, design, now())))));
    }

    /** The experiment, where the caller may see it. */
    public Uni<Experiment> get(UUID id) {
        return experiments.findExperiment(id).map(found -> visible(id, found));
    }

    /** Newest first; a user's own, an admin's all. */
    public Uni<Page<Experiment>> list(@Nullable ExperimentStatus status, @Nullable String cursor, Limit limit) {
        String owner = caller.admin() || caller.service() ? null : caller.userId();
        Experiments.Position after =
                Cursor.parse(cursor).map(ExperimentService::position).orElse(null);
        return experiments
                .list(owner, status, after, limit.fetch())
                .map(found -> Page.of(found, limit, last -> Cursor.of(last.createdAt(), last.id())));
    }

    /** Starts assigning units; every model in it must be served, in the version a variant is pinned to. */
    public Uni<Experiment> start(UUID id) {
        return get(id).chain(experiment -> servedModels(experiment.design()))
                .chain(() -> step(id, Lifecycle.Step.START));
    }

    /** Stops assigning units for now; outcomes of what was predicted still count. */
    public Uni<Experiment> pause(UUID id) {
        return step(id, Lifecycle.Step.PAUSE);
    }

    /** Goes on assigning. */
    public Uni<Experiment> resume(UUID id) {
        return step(id, Lifecycle.Step.RESUME);
    }

    /** Ends it for good and keeps what is concluded now. */
    public Uni<Experiment> stop(UUID id) {
        return step(id, Lifecycle.Step.STOP);
    }

    private Uni<Experiment> step(UUID id, Lifecycle.Step step) {
        return experiments
                .edit(id, current -> moved(visible(id, Optional.of(current)), step))
                .map(found -> visible(id, found));
    }

    private Uni<Experiment> moved(Experiment current, Lifecycle.Step step) {
        return switch (Lifecycle.of(current.status()).take(step)) {
            case Lifecycle.Outcome.Moved(Lifecycle to) -> concluded(current.moved(to.status(), now()));
            case Lifecycle.Outcome.Unchanged unchanged -> Uni.createFrom().item(current);
            case Lifecycle.Outcome.Refused(String reason) -> throw new ServiceException(ErrorCode.CONFLICT, reason);
        };
    }

    private Uni<Experiment> concluded(Experiment moved) {
        return moved.status() == ExperimentStatus.STOPPED
                ? concluder.conclude(moved).map(moved::concluded)
                : Uni.createFrom().item(moved);
    }

    private Experiment visible(UUID id, Optional<Experiment> found) {
        Experiment experiment =
                found.orElseThrow(() -> new ServiceException(ErrorCode.NOT_FOUND, "there is no experiment " + id));
        caller.requireAccess(experiment.owner(), "experiment " + id);
        return experiment;
    }

    private Uni<Void> ownModels(Design design) {
        return forEachModel(design, (variant, known) -> true, (variant, model) -> {
            if (!caller.mayAccess(model.owner())) {
                throw unknownModel(variant);
            }
        });
    }

    private Uni<Void> servedModels(Design design) {
        return forEachModel(design, (variant, model) -> model.answersFor(variant), (variant, model) -> {
            if (!model.answersFor(variant)) {
                throw new ServiceException(ErrorCode.CONFLICT, notServed(variant, model));
            }
        });
    }

    private static String notServed(Variant variant, ServedModel model) {
        Integer served = model.activeVersion();
        return served == null
                ? "variant %s: model %s is not deployed".formatted(variant.name(), variant.modelId())
                : "variant %s: it is pinned to version %d of model %s, and version %d is deployed"
                        .formatted(variant.name(), variant.modelVersion(), variant.modelId(), served);
    }

    private Uni<Void> forEachModel(
            Design design, BiPredicate<Variant, ServedModel> awaited, BiConsumer<Variant, ServedModel> check) {
        return Multi.createFrom()
                .iterable(design.variants())
                .onItem()
                .transformToUniAndConcatenate(
                        variant -> models.await(variant.modelId(), model -> awaited.test(variant, model))
                                .invoke(model -> check.accept(variant, model.orElseThrow(() -> unknownModel(variant)))))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static ServiceException unknownModel(Variant variant) {
        return new ServiceException(
                ErrorCode.UNPROCESSABLE, "variant " + variant.name() + ": there is no model " + variant.modelId());
    }

    private static Design design(CreateExperimentRequest request) {
        try {
            return DesignRules.design(request);
        } catch (IllegalArgumentException refused) {
            throw new ServiceException(ErrorCode.VALIDATION_FAILED, refused.getMessage(), refused);
        }
    }

    private static Experiments.Position position(Cursor cursor) {
        try {
            return new Experiments.Position(Instant.parse(cursor.part(0)), UUID.fromString(cursor.part(1)));
        } catch (IllegalArgumentException | java.time.DateTimeException refused) {
            throw new ServiceException(ErrorCode.VALIDATION_FAILED, "cursor belongs to another list", refused);
        }
    }

    /** PostgreSQL keeps microseconds; more would make an answer differ from what is stored. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
