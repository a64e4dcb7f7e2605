package io.tradewind.registry.activity;

import java.util.List;
import java.util.UUID;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads the log; who may see it is for the caller to have asked. */
@ApplicationScoped
public class ActivityQueries implements PanacheRepositoryBase<ActivityEntity, Long> {

    /** A model's entries before an id, the newest first. */
    @WithSession
    public Uni<List<ActivityView>> newest(UUID modelId, long before, int limit) {
        return find("modelId = ?1 and id < ?2 order by id desc", modelId, before)
                .range(0, limit - 1)
                .list()
                .map(rows -> rows.stream().map(ActivityEntity::view).toList());
    }
}
