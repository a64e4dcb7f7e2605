package io.tradewind.training.job;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.training.JobStatus;
import io.tradewind.kit.paging.Cursor;
import io.tradewind.kit.paging.Limit;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads of jobs. */
@ApplicationScoped
class JobQueries implements PanacheRepositoryBase<JobEntity, UUID> {

    @WithSession
    Uni<Optional<Job>> findJob(UUID id) {
        return findById(id).map(found -> Optional.ofNullable(found).map(JobEntity::toJob));
    }

    /** The newest first, behind the cursor. */
    @WithSession
    Uni<List<Job>> list(JobFilter filter, Optional<Cursor> cursor, Limit limit) {
        StringBuilder where = new StringBuilder("1 = 1");
        Map<String, Object> parameters = new HashMap<>();
        if (filter.owner() != null) {
            where.append(" and owner = :owner");
            parameters.put("owner", filter.owner());
        }
        if (filter.modelId() != null) {
            where.append(" and modelId = :modelId");
            parameters.put("modelId", filter.modelId());
        }
        if (filter.status() != null) {
            where.append(" and status = :status");
            parameters.put("status", filter.status());
        }
        cursor.ifPresent(last -> {
            where.append(" and (createdAt < :at or createdAt = :at and id < :id)");
            parameters.put("at", Instant.parse(last.part(0)));
            parameters.put("id", UUID.fromString(last.part(1)));
        });
        where.append(" order by createdAt desc, id desc");
        return find(where.toString(), parameters)
                .range(0, limit.fetch() - 1)
                .list()
                .map(found -> found.stream().map(JobEntity::toJob).toList());
    }

    /** How many jobs have trained a version of a model: the best of many trials looks better than it is. */
    @WithSession
    Uni<Long> succeeded(UUID modelId) {
        return count("modelId = ?1 and status = ?2", modelId, JobStatus.SUCCEEDED);
    }

    /** The last job of a model that was asked for. */
    @WithSession
    Uni<Optional<Job>> latest(UUID modelId) {
        return find("modelId = ?1 order by createdAt desc, id desc", modelId)
                .firstResult()
                .map(found -> Optional.ofNullable(found).map(JobEntity::toJob));
    }
}
