package io.tradewind.monitoring.alert;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.tradewind.kit.outbox.Outbox;
import io.tradewind.kit.paging.Cursor;
import io.tradewind.kit.paging.Page;
import io.tradewind.monitoring.model.ModelAccess;
import jakarta.inject.Singleton;

/** What callers can do with alerts. */
@Singleton
public class AlertService {

    private final Alerts alerts;
    private final ModelAccess access;
    private final Outbox outbox;

    AlertService(Alerts alerts, ModelAccess access, Outbox outbox) {
        this.alerts = alerts;
        this.access = access;
        this.outbox = outbox;
    }

    /** Alerts the caller may see, the newest first. */
    public Uni<Page<AlertView>> find(AlertQuery query) {
        String owner = access.seesAll() ? null : access.userId();
        return Panache.withSession(() -> alerts.find(query, owner))
                .map(found -> Page.of(found, query.limit(), alert -> Cursor.of(alert.firedAt, alert.id))
                        .map(AlertView::of));
    }

    /** All alerts of a query's first page. */
    public Uni<List<AlertView>> list(AlertQuery query) {
        return find(query).map(Page::items);
    }

    /** Takes note of an alert in the caller's name. */
    public Uni<Acknowledgement> acknowledge(UUID id) {
        return Panache.withTransaction(() -> alerts.findById(id).flatMap(alert -> {
            if (alert == null || !access.mayAccess(alert.owner)) {
                return Uni.createFrom().item(new Acknowledgement.NotFound());
            }
            return switch (alert.status) {
                case RESOLVED -> Uni.createFrom().item(new Acknowledgement.AlreadyResolved(alert.resolvedAt));
                case ACKNOWLEDGED -> Uni.createFrom().item(acknowledged(alert));
                case FIRING -> acknowledge(alert).replaceWith(() -> acknowledged(alert));
            };
        }));
    }

    /** Whether a caller could see it. */
    Uni<AlertView> get(UUID id) {
        return Panache.withSession(() -> alerts.findById(id))
                .map(alert -> alert == null || !access.mayAccess(alert.owner) ? null : AlertView.of(alert));
    }

    private Uni<Void> acknowledge(Alert alert) {
        alert.acknowledge(access.userId(), now());
        return Panache.getSession().flatMap(session -> outbox.append(session, alert.event()));
    }

    private static Acknowledgement acknowledged(Alert alert) {
        return new Acknowledgement.Acknowledged(AlertView.of(alert));
    }

    /** Now, to the precision the database keeps. */
    static Instant now() {
        return Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.MICROS);
    }
}
