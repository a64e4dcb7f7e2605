package io.tradewind.inference.status;

import io.tradewind.inference.deployment.DeploymentService;
import io.tradewind.inference.journal.PredictionJournal;
import io.tradewind.inference.live.LiveMarket;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once everything that is known to be deployed has been tried; says how far the topics have been read. */
@Readiness
@ApplicationScoped
class ServingReadiness implements HealthCheck {

    private final DeploymentService deployments;
    private final LiveMarket market;
    private final PredictionJournal journal;

    ServingReadiness(DeploymentService deployments, LiveMarket market, PredictionJournal journal) {
        this.deployments = deployments;
        this.market = market;
        this.journal = journal;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("serving")
                .withData("models", deployments.caughtUp() ? "caught up" : "reading")
                .withData("candles", market.caughtUp() ? "caught up" : "reading")
                .withData("predictionsWaiting", journal.status().waiting())
                .status(deployments.settled())
                .build();
    }
}
