package io.tradewind.registry.storage;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only while bundles can be written. */
@Readiness
@ApplicationScoped
class StorageReadiness implements AsyncHealthCheck {
    private static final String NAME = "bundle storage";
    private final BundleStore store;

    StorageReadiness(BundleStore store) {
        this.store = store;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return store.probe()
                .map(writable -> HealthCheckResponse.up(NAME))
                .onFailure()
                .recoverWithItem(failed -> HealthCheckResponse.named(NAME)
                        .down()
                        .withData("reason", String.valueOf(failed.getMessage()))
                        .build());
    }
}
