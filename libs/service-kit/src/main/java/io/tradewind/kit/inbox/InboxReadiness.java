package io.tradewind.kit.inbox;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Says which groups are being retried; down only when one has stopped for good. */
@Readiness
@Singleton
class InboxReadiness implements HealthCheck {

    private final Inbox inbox;

    InboxReadiness(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("event consumers").up();
        for (InboxLoop loop : inbox.loops()) {
            if (!loop.alive()) {
                answer.down().withData(loop.group(), "stopped");
            } else {
                answer.withData(loop.group(), loop.retrying() ? "retrying" : "consuming");
            }
        }
        return answer.build();
    }
}
