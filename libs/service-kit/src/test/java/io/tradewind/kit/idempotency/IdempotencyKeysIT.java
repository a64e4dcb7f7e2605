package io.tradewind.kit.idempotency;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.tradewind.kit.app.KitBackends;
import io.tradewind.kit.app.KitResource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(KitBackends.class)
class IdempotencyKeysIT {

    private static Response order(String user, String key, String item) {
        return RestAssured.given()
                .auth()
                .oauth2(KitBackends.token(user, "user"))
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body("{\"item\":\"" + item + "\",\"amount\":1}")
                .post("/kit/orders");
    }

    @Test
    void runsOnceUnderTwelveConcurrentRequestsAndAnswersAllAlike() throws Exception {
        // Given
        String key = UUID.randomUUID().toString();
        int before = KitResource.ORDERS.get();
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            calls.add(() -> {
                Response answer = order("alice", key, "coffee");
                return answer.statusCode()
                        + answer.header("Location")
                        + answer.body().asString();
            });
        }
        // When
        List<Future<String>> answers;
        try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
            answers = threads.invokeAll(calls);
        }
        // Then
        assertThat(KitResource.ORDERS.get() - before).isEqualTo(1);
        assertThat(answers)
                .extracting(Future::resultNow)
                .containsOnly(answers.get(0).resultNow());
        assertThat(answers.get(0).resultNow()).startsWith("201").contains("coffee");
    }

    @Test
    void refusesTheKeyForAnotherRequest() {
        String key = UUID.randomUUID().toString();
        assertThat(order("alice", key, "coffee").statusCode()).isEqualTo(201);

        Response other = order("alice", key, "tea");

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.jsonPath().getString("type")).endsWith("idempotency-key-reused");
    }

    @Test
    void keepsKeysOfDifferentCallersApart() {
        String key = UUID.randomUUID().toString();
        int first = order("alice", key, "coffee").jsonPath().getInt("number");

        int second = order("bob", key, "coffee").jsonPath().getInt("number");

        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void letsAFailedRequestBeTriedAgain() {
        String key = UUID.randomUUID().toString();
        int before = KitResource.ORDERS.get();

        assertThat(order("alice", key, "fails").statusCode()).isEqualTo(422);
        assertThat(order("alice", key, "fails").statusCode()).isEqualTo(422);

        assertThat(KitResource.ORDERS.get() - before).isEqualTo(2);
    }

    @Test
    void refusesAKeyThatIsTooLong() {
        assertThat(order("alice", "k".repeat(256), "coffee").statusCode()).isEqualTo(400);
    }
}
