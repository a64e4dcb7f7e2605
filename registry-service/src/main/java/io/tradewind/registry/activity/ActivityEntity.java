package io.tradewind.registry.activity;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A logged change as queries read it. */
@Entity
@Immutable
@Table(name = "activity")
class ActivityEntity {
    @Id
    Long id;

    @Column(name = "model_id")
    UUID modelId;

    long revision;
    String action;
    String actor;

    @Nullable
    Integer version;

    @Nullable
    String reason;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Object> before;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Object> after;

    Instant at;

    ActivityView view() {
        return new ActivityView(id, revision, action, actor, version, reason, before, after, at);
    }
}
