package io.tradewind.monitoring.alert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.alert.AlertStatus;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Alert rows. */
@Singleton
class Alerts implements PanacheRepositoryBase<Alert, UUID> {

    Uni<List<Alert>> findOpen() {
        return list("status <> ?1", AlertStatus.RESOLVED);
    }

    /** A page and one more, newest first, of what this owner (null: everybody) may see. */
    Uni<List<Alert>> find(AlertQuery query, @Nullable String owner) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        conditions.add("1 = 1");
        if (query.status() != null) {
            conditions.add("status = :status");
            parameters.put("status", query.status());
        }
        if (query.open()) {
            conditions.add("status <> :resolved");
            parameters.put("resolved", AlertStatus.RESOLVED);
        }
        if (query.modelId() != null) {
            conditions.add("modelId = :modelId");
            parameters.put("modelId", query.modelId());
        }
        if (owner != null) {
            conditions.add("owner = :owner");
            parameters.put("owner", owner);
        }
        if (query.firedFrom() != null) {
            conditions.add("firedAt >= :firedFrom");
            parameters.put("firedFrom", query.firedFrom());
        }
        AlertQuery.Position behind = query.behind();
        if (behind != null) {
            conditions.add("(firedAt < :behindTime or (firedAt = :behindTime and id < :behindId))");
            parameters.put("behindTime", behind.firedAt());
            parameters.put("behindId", behind.id());
        }
        return find(String.join(" and ", conditions) + " order by firedAt desc, id desc", parameters)
                .range(0, query.limit().fetch() - 1)
                .list();
    }
}
