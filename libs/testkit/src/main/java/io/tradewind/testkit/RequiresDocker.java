package io.tradewind.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/** Skips a test class, saying so, where no Docker is to be had. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresDocker.Condition.class)
public @interface RequiresDocker {

    /** Asks Testcontainers whether it can reach Docker. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return dockerIsThere()
                    ? ConditionEvaluationResult.enabled("Docker is there")
                    : ConditionEvaluationResult.disabled(
                            "no Docker here: the same test runs on embedded PostgreSQL and Kafka");
        }

        /** Testcontainers finds its parts through the thread's class loader, which is the application's by now. */
        private static boolean dockerIsThere() {
            Thread thread = Thread.currentThread();
            ClassLoader application = thread.getContextClassLoader();
            thread.setContextClassLoader(Condition.class.getClassLoader());
            try {
                return DockerClientFactory.instance().isDockerAvailable();
            } finally {
                thread.setContextClassLoader(application);
            }
        }
    }
}
