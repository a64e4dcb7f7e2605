package io.tradewind.experiment.mlexperiments;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.tradewind.experiment.ExperimentIT;
import io.tradewind.experiment.Lab;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.oneOf;

@QuarkusTest
@ExperimentIT
class MlExperimentResourceIT {

    private static final String PATH = "/api/ml/experiments";

    private final Lab lab = Lab.someone();

    @Test
    void createsControlsAndShowsAnExperiment() {
        String id = lab.post(
                        PATH,
                        Map.of(
                                "name", "LSTM vs Lawrence Classifier",
                                "description", "compare",
                                "controlModel", lab.servedModel(),
                                "treatmentModel", lab.servedModel(),
                                "config", Map.of("minSampleSize", 1000, "primaryMetric", "win_rate")))
                .then()
                .statusCode(200)
                .body("experiment.status", equalTo("DRAFT"))
                .body("experiment.primaryMetric", equalTo("accuracy"))
                .extract()
                .path("experiment.id");

        lab.post(PATH, Map.of("action", "start", "experimentId", id))
                .then()
                .body("experiment.status", equalTo("RUNNING"));
        lab.post(PATH, Map.of("action", "variant", "experimentId", id, "userId", "u"))
                .then()
                .body("variant", oneOf("control", "treatment"));
        lab.post(PATH, Map.of("action", "pause", "experimentId", id)).then().statusCode(200);
        lab.post(PATH, Map.of("action", "resume", "experimentId", id)).then().statusCode(200);
        lab.post(PATH, Map.of("action", "end", "experimentId", id))
                .then()
                .body("experiment.conclusion.winner", equalTo("inconclusive"));
        lab.put(PATH, Map.of("experimentId", id))
                .then()
                .body("results.conclusion.recommendation", containsString("of 1000 outcomes"));
        lab.get(PATH).then().body("experiments.id", hasItem(id));
    }

    @Test
    void refusesASettingItDoesNotHonour() {
        lab.post(PATH, Map.of("name", "x", "config", Map.of("autoStopOnDegradation", true)))
                .then()
                .statusCode(400)
                .body("detail", containsString("[autoStopOnDegradation] is not supported"));
        lab.post(PATH, Map.of("name", "x", "config", Map.of("minSampleSize", "many")))
                .then()
                .statusCode(400)
                .body("detail", equalTo("config.minSampleSize must be a number, was many"));
        lab.post(PATH, Map.of("action", "explode")).then().statusCode(400);
        lab.post(PATH, Map.of("action", "start")).then().statusCode(400);
    }
}
