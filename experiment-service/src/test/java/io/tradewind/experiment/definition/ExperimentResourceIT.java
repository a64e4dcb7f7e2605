package io.tradewind.experiment.definition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.tradewind.experiment.ExperimentIT;
import io.tradewind.experiment.Lab;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@ExperimentIT
class ExperimentResourceIT {

    private final Lab lab = Lab.someone();

    @Test
    void needsAToken() {
        RestAssured.get("/api/v1/experiments").then().statusCode(401).contentType("application/problem+json");
    }

    @Test
    void hidesExperimentsFromOtherUsers() {
        UUID experiment = lab.running(10);

        Lab.someone().get("/api/v1/experiments/" + experiment).then().statusCode(404);
        Lab.someone()
                .get("/api/v1/experiments/" + experiment + "/results")
                .then()
                .statusCode(404);
        assertThat(Lab.someone().get("/api/v1/experiments").jsonPath().getList("items"))
                .isEmpty();
    }

    @Test
    void pagesThroughTheCallersExperimentsNewestFirst() {
        List<UUID> created = List.of(lab.running(10), lab.running(10), lab.running(10));

        String cursor = lab.get("/api/v1/experiments?limit=2")
                .then()
                .statusCode(200)
                .body(
                        "items.id",
                        equalTo(List.of(
                                created.get(2).toString(), created.get(1).toString())))
                .extract()
                .path("nextCursor");
        lab.get("/api/v1/experiments?limit=2&cursor=" + cursor)
                .then()
                .body("items.id", equalTo(List.of(created.get(0).toString())))
                .body("nextCursor", equalTo(null));
        lab.get("/api/v1/experiments?status=DRAFT").then().body("items.size()", equalTo(0));
        lab.get("/api/v1/experiments?cursor=abc").then().statusCode(400);
    }

    @Test
    void refusesToStartOnAModelThatIsNotServed() {
        UUID idle = lab.idleModel();
        String id = lab.post("/api/v1/experiments", lab.design(lab.servedModel(), idle, 10))
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        lab.post("/api/v1/experiments/" + id + "/start", Map.of())
                .then()
                .statusCode(409)
                .body("detail", equalTo("variant b: model " + idle + " is not deployed"));
    }

    @Test
    void startsOnAPinnedVersionOnlyWhereThatOneIsServed() {
        UUID control = lab.servedModel();
        UUID treatment = lab.servedModel();
        String other = draft(control, treatment, 2);
        String same = draft(control, treatment, 1);

        lab.post("/api/v1/experiments/" + other + "/start", Map.of())
                .then()
                .statusCode(409)
                .body(
                        "detail",
                        equalTo("variant b: it is pinned to version 2 of model " + treatment
                                + ", and version 1 is deployed"));
        lab.post("/api/v1/experiments/" + same + "/start", Map.of()).then().statusCode(200);
    }

    private String draft(UUID control, UUID treatment, int pinned) {
        Map<String, Object> design = new HashMap<>(lab.design(control, treatment, 10));
        design.put(
                "variants",
                List.of(
                        Map.of("name", "a", "modelId", control, "weight", 0.5, "control", true),
                        Map.of(
                                "name",
                                "b",
                                "modelId",
                                treatment,
                                "modelVersion",
                                pinned,
                                "weight",
                                0.5,
                                "control",
                                false)));
        return lab.post("/api/v1/experiments", design)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void refusesModelsThatAreUnknownOrForeign() {
        UUID foreign = Lab.someone().servedModel();

        lab.post("/api/v1/experiments", lab.design(lab.servedModel(), foreign, 10))
                .then()
                .statusCode(422);
        lab.post("/api/v1/experiments", lab.design(lab.servedModel(), UUID.randomUUID(), 10))
                .then()
                .statusCode(422)
                .body("detail", containsString("there is no model"));
    }

    @Test
    void saysWhatIsWrongWithADesign() {
        lab.post("/api/v1/experiments", Map.of("name", "x"))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", equalTo("variants must be 2 to 20, were 0"));
    }

    @Test
    void givesTheSameExperimentForTheSameIdempotencyKey() {
        Map<String, Object> design = lab.design(lab.servedModel(), lab.servedModel(), 10);

        String first = createWithKey(design);
        String second = createWithKey(design);

        assertThat(second).isEqualTo(first);
    }

    @Test
    void pausesAndResumesAndStaysStopped() {
        UUID experiment = lab.running(10);
        String path = "/api/v1/experiments/" + experiment;

        lab.post(path + "/pause", Map.of()).then().statusCode(200).body("status", equalTo("PAUSED"));
        lab.post(path + "/resume", Map.of()).then().statusCode(200).body("status", equalTo("RUNNING"));
        lab.post(path + "/stop", Map.of()).then().statusCode(200).body("conclusion.winner", equalTo("inconclusive"));
        lab.post(path + "/resume", Map.of()).then().statusCode(409);
    }

    @Test
    void assignsAUnitToTheSameArmEveryTime() {
        UUID experiment = lab.running(10);
        String path = "/api/v1/experiments/" + experiment + "/assignment";

        String first = lab.post(path, Map.of("unit", "u-1"))
                .then()
                .statusCode(200)
                .extract()
                .path("variant");

        assertThat(first).isIn("a", "b");
        lab.post(path, Map.of("unit", "u-1")).then().body("variant", equalTo(first));
        lab.post(path, Map.of()).then().statusCode(400).body("detail", equalTo("unit is required"));
    }

    private String createWithKey(Map<String, Object> design) {
        return RestAssured.given()
                .auth()
                .preemptive()
                .oauth2(lab.token())
                .header("Idempotency-Key", "same")
                .contentType("application/json")
                .body(design)
                .post("/api/v1/experiments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
