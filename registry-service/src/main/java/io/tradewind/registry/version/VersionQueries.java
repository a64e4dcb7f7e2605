package io.tradewind.registry.version;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.model.VersionStatus;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Reads versions without locking them; who may see them is for the caller to have asked. */
@ApplicationScoped
public class VersionQueries implements PanacheRepositoryBase<VersionEntity, VersionEntity.Key> {

    /** One version of a model. */
    @WithSession
    public Uni<Optional<ModelVersion>> findVersion(UUID modelId, int number) {
        return find("modelId = ?1 and number = ?2", modelId, number)
                .firstResult()
                .map(found -> Optional.ofNullable(found).map(VersionEntity::toVersion));
    }

    /** A model's versions below a number, the newest first. */
    @WithSession
    public Uni<List<ModelVersion>> newest(UUID modelId, @Nullable VersionStatus status, int below, int limit) {
        var found = status == null
                ? find("modelId = ?1 and number < ?2 order by number desc", modelId, below)
                : find("modelId = ?1 and number < ?2 and status = ?3 order by number desc", modelId, below, status);
        return found.range(0, limit - 1)
                .list()
                .map(rows -> rows.stream().map(VersionEntity::toVersion).toList());
    }
}
