package io.tradewind.registry.activity;

import java.time.Duration;

import io.quarkus.test.junit.QuarkusTest;
import io.tradewind.registry.Client;
import io.tradewind.registry.RegistryIT;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@RegistryIT
class AppendOnlyIT {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Inject
    Pool pool;

    @Test
    void theDatabaseItselfRefusesToRewriteHistory() {
        String model = Client.someone().model();

        assertThatThrownBy(() -> execute("update activity set actor = 'nobody' where model_id = '" + model + "'"))
                .hasMessageContaining("activity is append-only");
        assertThatThrownBy(() -> execute("delete from activity where model_id = '" + model + "'"))
                .hasMessageContaining("activity is append-only");
    }

    private void execute(String sql) {
        pool.query(sql).execute().await().atMost(LIMIT);
    }
}
