package io.tradewind.registry.deployment;

import java.util.List;
import java.util.UUID;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads the history of deployments. */
@ApplicationScoped
class HistoryQueries implements PanacheRepositoryBase<HistoryEntity, Long> {

    /** The steps before an id, the newest first. */
    @WithSession
    Uni<List<HistoryView>> newest(UUID modelId, long before, int limit) {
        return find("modelId = ?1 and id < ?2 order by id desc", modelId, before)
                .range(0, limit - 1)
                .list()
                .map(rows -> rows.stream().map(HistoryEntity::view).toList());
    }
}
