package io.tradewind.registry.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.model.ModelStatus;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Reads models without locking them. */
@ApplicationScoped
class ModelQueries implements PanacheRepositoryBase<ModelEntity, UUID> {

    /** Where a page ends: the newest come first, and the id decides between models of one instant. */
    record Position(Instant createdAt, UUID id) {}

    @WithSession
    Uni<Optional<Model>> findModel(UUID id) {
        return find("id = ?1 and status <> ?2", id, ModelStatus.DELETED)
                .firstResult()
                .map(found -> Optional.ofNullable(found).map(ModelEntity::toModel));
    }

    @WithSession
    Uni<List<Model>> list(ModelFilter filter, @Nullable Position after, int limit) {
        Map<String, Object> values = new HashMap<>();
        List<String> conditions = conditions(filter, values);
        if (after != null) {
            conditions.add("(createdAt < :afterAt or (createdAt = :afterAt and id < :afterId))");
            values.put("afterAt", after.createdAt());
            values.put("afterId", after.id());
        }
        return find(String.join(" and ", conditions) + " order by createdAt desc, id desc", values)
                .range(0, limit - 1)
                .list()
                .map(found -> found.stream().map(ModelEntity::toModel).toList());
    }

    @WithSession
    Uni<Long> countModels(ModelFilter filter) {
        Map<String, Object> values = new HashMap<>();
        return count(String.join(" and ", conditions(filter, values)), values);
    }

    private static List<String> conditions(ModelFilter filter, Map<String, Object> values) {
        List<String> conditions = new ArrayList<>();
        if (filter.status() == null) {
            conditions.add("status <> :status");
            values.put("status", ModelStatus.DELETED);
        } else {
            equal(conditions, values, "status", filter.status());
        }
        equal(conditions, values, "owner", filter.owner());
        equal(conditions, values, "architecture", filter.architecture());
        equal(conditions, values, "timeframe", filter.timeframe());
        equal(conditions, values, "name", filter.name());
        contains(conditions, values, "symbols", filter.symbol());
        contains(conditions, values, "tags", filter.tag());
        if (filter.text() != null) {
            conditions.add("(locate(:text, lower(name)) > 0 or locate(:text, lower(description)) > 0)");
            values.put("text", filter.text().toLowerCase(Locale.ROOT));
        }
        return conditions;
    }

    private static void equal(
            List<String> conditions, Map<String, Object> values, String property, @Nullable Object value) {
        if (value != null) {
            conditions.add(property + " = :" + property);
            values.put(property, value);
        }
    }

    private static void contains(
            List<String> conditions, Map<String, Object> values, String property, @Nullable String value) {
        if (value != null) {
            conditions.add("array_contains(" + property + ", :" + property + ")");
            values.put(property, value);
        }
    }
}
