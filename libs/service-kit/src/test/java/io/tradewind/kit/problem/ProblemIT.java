package io.tradewind.kit.problem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tradewind.kit.app.KitBackends;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@WithTestResource(KitBackends.class)
class ProblemIT {

    private static RequestSpecification alice() {
        return RestAssured.given().auth().oauth2(KitBackends.token("alice", "user"));
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String slug) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:tradewind:problem:" + slug))
                .body("status", equalTo(status))
                .body("title", notNullValue())
                .body("detail", notNullValue())
                .body("instance", notNullValue())
                .body("requestId", notNullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "gates, 409, gates-failed",
        "overloaded, 503, overloaded",
        "timeout, 504, timeout",
        "sql, 500, internal",
        "unique, 409, conflict",
        "other, 500, internal"
    })
    void rendersFailuresOfResources(String how, int status, String slug) {
        problem(alice().get("/kit/fail/" + how).then(), status, slug)
                .body("instance", equalTo("/kit/fail/" + how))
                .body("detail", not(containsString("secret")))
                .body("detail", not(containsString("no_such_table")));
    }

    @Test
    void keepsExtensionMembersAndTheCallersRequestId() {
        problem(alice().header("X-Request-Id", "r-17").get("/kit/fail/gates").then(), 409, "gates-failed")
                .header("X-Request-Id", "r-17")
                .body("requestId", equalTo("r-17"))
                .body("failed", equalTo(2));
    }

    @Test
    void replacesARequestIdThatIsNoId() {
        problem(
                        alice().header("X-Request-Id", "a b<script>")
                                .get("/kit/fail/gates")
                                .then(),
                        409,
                        "gates-failed")
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    void saysWhenToComeBackWhenOverloaded() {
        alice().get("/kit/fail/overloaded").then().statusCode(503).header("Retry-After", "1");
    }

    @Test
    void refusesRequestsWithoutAToken() {
        problem(RestAssured.get("/kit/who").then(), 401, "unauthenticated").header("WWW-Authenticate", "Bearer");
    }

    @Test
    void refusesAForgedToken() {
        String forged = KitBackends.token("alice", "user").replaceFirst(".{8}$", "AAAAAAAA");
        problem(RestAssured.given().auth().oauth2(forged).get("/kit/who").then(), 401, "unauthenticated");
    }

    @Test
    void refusesRolesThatDoNotSuffice() {
        problem(alice().get("/kit/admins").then(), 403, "forbidden");
    }

    @Test
    void hidesWhatBelongsToOthers() {
        problem(alice().get("/kit/owned/bob").then(), 404, "not-found");
        alice().get("/kit/owned/alice").then().statusCode(200);
        RestAssured.given()
                .auth()
                .oauth2(KitBackends.token("root", "admin"))
                .get("/kit/owned/bob")
                .then()
                .statusCode(200);
    }

    @Test
    void namesTheFieldThatBreaksItsLimits() {
        problem(
                        alice().contentType(ContentType.JSON)
                                .body("{\"item\":\" \",\"amount\":3}")
                                .post("/kit/orders")
                                .then(),
                        400,
                        "validation-failed")
                .body("detail", equalTo("item must not be blank"))
                .body("errors[0].field", equalTo("item"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"item\":;the body is not the JSON",
                "{\"item\":\"a\",\"amount\":\"many\"};amount: 'many' is not a valid int",
                "{\"item\":\"a\",\"kind\":\"HOUSE\"};kind: 'HOUSE' is not one of [SPOT, FUTURE]",
                "[1];the body is not the JSON"
            })
    void saysWhatIsWrongWithABody(String body, String detail) {
        problem(
                        alice().contentType(ContentType.JSON)
                                .body(body)
                                .post("/kit/orders")
                                .then(),
                        400,
                        "malformed-request")
                .body("detail", containsString(detail));
    }

    @Test
    void answersUnknownPathsMethodsAndMediaTypes() {
        problem(alice().get("/kit/nothing/here").then(), 404, "not-found");
        problem(alice().delete("/kit/who").then(), 405, "method-not-allowed");
        problem(
                alice().contentType(ContentType.XML)
                        .body("<a/>")
                        .post("/kit/orders")
                        .then(),
                415,
                "unsupported-media-type");
        problem(alice().get("/kit/number/not-a-uuid").then(), 404, "not-found");
    }

    @Test
    void leavesHealthMetricsAndTheirDescriptionOpen() {
        RestAssured.get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        RestAssured.get("/q/metrics").then().statusCode(200);
        RestAssured.get("/q/openapi").then().statusCode(200);
    }

    @Test
    void continuesTheCallersTrace() {
        String parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        alice().header("traceparent", parent)
                .get("/kit/who")
                .then()
                .statusCode(200)
                .body("user", equalTo("alice"))
                .body("trace", equalTo(parent));
        alice().header("traceparent", "nonsense")
                .get("/kit/who")
                .then()
                .body("trace", matchesPattern("00-[0-9a-f]{32}-[0-9a-f]{16}-00"));
    }
}
