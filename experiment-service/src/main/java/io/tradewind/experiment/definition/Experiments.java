package io.tradewind.experiment.definition;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.experiment.ExperimentStatus;
import io.tradewind.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import org.jspecify.annotations.Nullable;

/** Experiments in their table; every write appends its event in the same transaction. */
@ApplicationScoped
class Experiments implements PanacheRepositoryBase<ExperimentEntity, UUID> {

    /** Where a page ends. */
    record Position(Instant createdAt, UUID id) {}

    /** Changes an experiment that is locked, or fails. */
    @FunctionalInterface
    interface Edit {
        Uni<Experiment> apply(Experiment current);
    }

    private final Outbox outbox;

    Experiments(Outbox outbox) {
        this.outbox = outbox;
    }

    @WithTransaction
    Uni<Experiment> add(Experiment experiment) {
        return persist(ExperimentEntity.of(experiment)).chain(() -> publish(experiment));
    }

    /** Gives the one that is there already when the same id was added before. */
    @WithSession
    Uni<Optional<Experiment>> findExperiment(UUID id) {
        return findById(id).map(found -> Optional.ofNullable(found).map(ExperimentEntity::toExperiment));
    }

    @WithTransaction
    Uni<Optional<Experiment>> edit(UUID id, Edit edit) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE)
                .chain(found -> found == null
                        ? Uni.createFrom().item(Optional.empty())
                        : edit(found, edit).map(Optional::of));
    }

    private Uni<Experiment> edit(ExperimentEntity entity, Edit edit) {
        Experiment before = entity.toExperiment();
        return edit.apply(before).chain(after -> {
            if (after.revision() == before.revision()) {
                return Uni.createFrom().item(after);
            }
            entity.adopt(after);
            return publish(after);
        });
    }

    @WithSession
    Uni<List<Experiment>> list(
            @Nullable String owner, @Nullable ExperimentStatus status, @Nullable Position after, int limit) {
        StringBuilder conditions = new StringBuilder("1 = 1");
        Map<String, Object> values = new HashMap<>();
        if (owner != null) {
            conditions.append(" and owner = :owner");
            values.put("owner", owner);
        }
        if (status != null) {
            conditions.append(" and status = :status");
            values.put("status", status);
        }
        if (after != null) {
            conditions.append(" and (createdAt < :at or (createdAt = :at and id < :id))");
            values.put("at", after.createdAt());
            values.put("id", after.id());
        }
        return find(conditions + " order by createdAt desc, id desc", values)
                .range(0, limit - 1)
                .list()
                .map(found -> found.stream().map(ExperimentEntity::toExperiment).toList());
    }

    private Uni<Experiment> publish(Experiment experiment) {
        return Panache.getSession()
                .chain(session -> outbox.append(session, experiment.toEvent()))
                .replaceWith(experiment);
    }
}
