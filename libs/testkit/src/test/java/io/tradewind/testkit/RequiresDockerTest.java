package io.tradewind.testkit;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.testcontainers.DockerClientFactory;

import static org.assertj.core.api.Assertions.assertThat;

class RequiresDockerTest {

    @Test
    void skipsSayingSoExactlyWhereThereIsNoDocker() throws Exception {
        // Given
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader application = new URLClassLoader(new URL[0], null)) {
            thread.setContextClassLoader(application);

            // When
            ConditionEvaluationResult result = new RequiresDocker.Condition().evaluateExecutionCondition(null);

            // Then
            assertThat(thread.getContextClassLoader()).isSameAs(application);
            thread.setContextClassLoader(before);
            assertThat(result.isDisabled())
                    .isEqualTo(!DockerClientFactory.instance().isDockerAvailable());
            assertThat(result.getReason())
                    .hasValue(
                            result.isDisabled()
                                    ? "no Docker here: the same test runs on embedded PostgreSQL and Kafka"
                                    : "Docker is there");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void bringsContainersInsteadOfTheEmbeddedPair() {
        // Given
        ContainersProfile profile = new ContainersProfile();

        // When, Then
        assertThat(profile.disableGlobalTestResources()).isTrue();
        assertThat(profile.testResources())
                .extracting(entry -> (Object) entry.getClazz())
                .isEqualTo(List.<Object>of(ContainerBackends.class));
    }
}
