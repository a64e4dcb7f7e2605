package io.tradewind.kit.kafka;

import java.time.Duration;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.tradewind.kit.runtime.HealthConfig;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether a Kafka broker answers. */
@Readiness
@Singleton
class KafkaReadiness implements AsyncHealthCheck {

    private static final int LIMIT_MILLIS = 1_500;

    private final KafkaClients clients;
    private final HealthConfig config;

    KafkaReadiness(KafkaClients clients, HealthConfig config) {
        this.clients = clients;
        this.config = config;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        var answer = HealthCheckResponse.named("kafka");
        return Uni.createFrom()
                .completionStage(() -> clients.admin()
                        .describeCluster(new DescribeClusterOptions().timeoutMs(LIMIT_MILLIS))
                        .nodes()
                        .toCompletionStage())
                .ifNoItem()
                .after(Duration.ofMillis(2L * LIMIT_MILLIS))
                .fail()
                .map(nodes -> answer.up().withData("brokers", nodes.size()).build())
                .onFailure()
                .recoverWithItem(failure -> answer.status(!config.kafkaRequired())
                        .withData("reachable", false)
                        .build());
    }
}
