package io.tradewind.monitoring;

import java.util.UUID;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.tradewind.testkit.TestEvents;
import io.tradewind.testkit.TestTokens;
import org.awaitility.Awaitility;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** The service's face as one user sees it. */
public record Api(String token) {

    public static Api user(String name) {
        return new Api(TestTokens.user(name));
    }

    public static Api admin() {
        return new Api(TestTokens.admin("root"));
    }

    /** Makes a model of this owner known to the service. */
    public static UUID model(String owner) {
        UUID id = UUID.randomUUID();
        TestEvents.publish(Examples.model(id, owner, 1));
        Awaitility.await()
                .atMost(Examples.LIMIT)
                .until(() -> user(owner)
                                .get("/api/v1/models/" + id + "/coverage")
                                .extract()
                                .statusCode()
                        == 200);
        return id;
    }

    public ValidatableResponse get(String path) {
        return given().header("Authorization", "Bearer " + token).get(path).then();
    }

    public ValidatableResponse post(String path, Object body) {
        return given().header("Authorization", "Bearer " + token)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }

    public ValidatableResponse put(String path, String ifMatch, Object body) {
        return given().header("Authorization", "Bearer " + token)
                .header("If-Match", ifMatch)
                .contentType(ContentType.JSON)
                .body(body)
                .put(path)
                .then();
    }

    public JsonPath read(String path) {
        return get(path).statusCode(200).extract().jsonPath();
    }

    /** Waits until so many predictions of a model are there and so many of them have their outcome. */
    public void awaitCoverage(UUID model, int predictions, int joined) {
        Awaitility.await().atMost(Examples.LIMIT).untilAsserted(() -> {
            JsonPath coverage = read("/api/v1/models/" + model + "/coverage");
            assertThat(coverage.getInt("predictions")).isEqualTo(predictions);
            assertThat(coverage.getInt("joined")).isEqualTo(joined);
            assertThat(coverage.getInt("waiting")).isEqualTo(predictions - joined);
        });
    }
}
