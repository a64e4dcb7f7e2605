package io.tradewind.kit.runtime;

import java.time.Duration;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether PostgreSQL answers. */
@Readiness
@Singleton
class DatabaseReadiness implements AsyncHealthCheck {

    private static final Duration LIMIT = Duration.ofMillis(1_500);

    private final Pool pool;
    private final HealthConfig config;

    DatabaseReadiness(Pool pool, HealthConfig config) {
        this.pool = pool;
        this.config = config;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        var answer = HealthCheckResponse.named("postgresql");
        return pool.query("select 1")
                .execute()
                .ifNoItem()
                .after(LIMIT)
                .fail()
                .map(rows -> answer.up().build())
                .onFailure()
                .recoverWithItem(failure -> answer.status(!config.databaseRequired())
                        .withData("reachable", false)
                        .build());
    }
}
