package io.tradewind.registry.productionml;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tradewind.registry.Client;
import io.tradewind.registry.RegistryIT;
import io.tradewind.registry.TestBundle;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@RegistryIT
class ProductionModelsIT {
    private static final String BASE = "/api/production-ml";

    private final Client alice = Client.someone();

    @Test
    void createsAModelFromTheOlderRequest() {
        String id = alice.post(
                        BASE + "/models",
                        Map.of(
                                "name",
                                "My LSTM Model",
                                "architecture",
                                "LSTM",
                                "symbols",
                                List.of("BTCUSDT", "ETHUSDT"),
                                "timeframe",
                                "1h",
                                "description",
                                "LSTM model for Bitcoin price prediction",
                                "customConfig",
                                Map.of("sequenceLength", 60, "lstmUnits", 100, "dropoutRate", 0.3)))
                .then()
                .statusCode(201)
                .body("success", equalTo(true))
                .body("model.status", equalTo("created"))
                .body("model.training_status", equalTo("not_started"))
                .body("model.config.units", equalTo(List.of(100)))
                .body("ignoredConfig", equalTo(List.of("sequenceLength")))
                .extract()
                .path("model.id");

        alice.get(BASE + "/models/" + id)
                .then()
                .statusCode(200)
                .body("model.name", equalTo("My LSTM Model"))
                .body("performance", hasSize(0));
        alice.get(BASE + "/models")
                .then()
                .body("models.id", hasItem(id))
                .body("pagination.total", equalTo(1))
                .body("pagination.nextCursor", nullValue());
    }

    @Test
    void showsHowATrainedModelDid() {
        String id = alice.model();
        int version = alice.ready(id, TestBundle.good());

        alice.get(BASE + "/models/" + id)
                .then()
                .body("model.version", equalTo(version))
                .body("model.status", equalTo("trained"))
                .body("model.training_status", equalTo("completed"))
                .body("model.training_metrics.accuracy", equalTo(0.58f))
                .body("performance[0].f1_score", equalTo(0.57f));
        alice.get(BASE + "/models/" + id + "/performance")
                .then()
                .body("metrics.accuracy", equalTo(0.58f))
                .body("metrics.predictions_count", equalTo(200))
                .body("history", hasSize(1));
    }

    @Test
    void deploysTheNewestVersionAndMovesTheStatus() {
        String id = alice.model();
        alice.request()
                .noContentType()
                .post(BASE + "/models/" + id + "/deploy")
                .then()
                .statusCode(409);
        int version = alice.ready(id, TestBundle.good());

        alice.request()
                .noContentType()
                .post(BASE + "/models/" + id + "/deploy")
                .then()
                .statusCode(202)
                .body("deployment.targetVersion", equalTo(version))
                .body("deployment.status", equalTo("DEPLOYING"));
        status(id, "inactive", 200).body("model.status", equalTo("trained"));
        status(id, "active", 200).body("model.status", equalTo("trained"));
        status(id, "archived", 200).body("model.status", equalTo("archived"));
        status(id, "training", 400);
    }

    @Test
    void listsWhatIsActiveWithCounts() {
        alice.model();
        alice.ready(alice.model(), TestBundle.good());

        alice.get(BASE + "/active-models")
                .then()
                .statusCode(200)
                .body("models", hasSize(0))
                .body("statistics.total", equalTo(2))
                .body("statistics.trained", equalTo(1))
                .body("statistics.created", equalTo(1));
    }

    @Test
    void listsArchitectures() {
        alice.get(BASE + "/architectures").then().statusCode(200).body("architectures.name", hasItem("LSTM"));
    }

    @Test
    void deletesItsOwnersModelsOnly() {
        String id = alice.model();

        Client.someone().request().delete(BASE + "/models/" + id).then().statusCode(404);
        alice.request().delete(BASE + "/models/" + id).then().statusCode(200).body("success", equalTo(true));
        alice.get(BASE + "/models/" + id).then().statusCode(404);
    }

    private ValidatableResponse status(String id, String status, int expected) {
        return alice.json(Map.of("status", status))
                .patch(BASE + "/models/" + id + "/status")
                .then()
                .statusCode(expected);
    }
}
