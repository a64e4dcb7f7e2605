package io.tradewind.experiment.ledger;

import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.tradewind.contracts.prediction.PredictionMade;
import io.tradewind.experiment.ExperimentIT;
import io.tradewind.experiment.Lab;
import io.tradewind.testkit.TestEvents;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@QuarkusTest
@ExperimentIT
class LedgerIT {

    private final Lab lab = Lab.someone();

    @Test
    void takesBackEverythingOfAUnitThatMeetsASecondArm() {
        // Given
        UUID experiment = lab.running(2);
        PredictionMade clean = Lab.prediction(experiment, "a", "clean");
        PredictionMade first = Lab.prediction(experiment, "a", "both");
        TestEvents.publish(clean, Lab.outcome(clean, 0.02), first, Lab.outcome(first, 0.04));
        Lab.eventually(() -> assertThat(lab.results(experiment).getLong("variants[0].outcomes"))
                .isEqualTo(2));

        // When
        PredictionMade second = Lab.prediction(experiment, "b", "both");
        TestEvents.publish(second, Lab.outcome(second, 0.05));

        // Then
        Lab.eventually(() -> {
            JsonPath results = lab.results(experiment);
            assertThat(results.getLong("contaminatedUnits")).isEqualTo(1);
            assertThat(results.getList("variants.units")).containsExactly(1, 0);
            assertThat(results.getList("variants.outcomes")).containsExactly(1, 0);
            assertThat(results.getDouble("variants[0].pnl.mean")).isCloseTo(0.02, within(1e-12));
        });
    }

    @Test
    void addsUpByUnitWhatIsRandomisedByUser() {
        // Given: one user of arm a with two predictions, two of arm b with one each, and one outcome that is missing
        UUID experiment = lab.running(2, "USER");
        PredictionMade first = Lab.prediction(experiment, "a", "ann");
        PredictionMade second = Lab.prediction(experiment, "a", "ann");
        PredictionMade other = Lab.prediction(experiment, "a", "art");
        PredictionMade bea = Lab.prediction(experiment, "b", "bea");
        PredictionMade ben = Lab.prediction(experiment, "b", "ben");
        PredictionMade open = Lab.prediction(experiment, "b", "bob");

        // When
        TestEvents.publish(first, second, other, bea, ben, open);
        TestEvents.publish(
                Lab.outcome(first, 0.01),
                Lab.outcome(second, 0.03),
                Lab.outcome(other, -0.02),
                Lab.outcome(bea, 0.05),
                Lab.outcome(ben, 0.01));

        // Then: means 0.02 / 3 and 0.03; squared errors by the delta method 2 (0.08/3)^2 2/9 and 2 0.02^2 2/4
        Lab.eventually(() -> {
            JsonPath results = lab.results(experiment);
            assertThat(results.getList("variants.outcomes")).containsExactly(3, 2);
            assertThat(results.getString("unitOfAnalysis")).isEqualTo("unit");
            assertThat(results.getList("tests.test")).containsExactly("clustered-t", "clustered-t");
            assertThat(results.getDouble("tests[1].effect")).isCloseTo(0.07 / 3, within(1e-9));
            double error = Math.sqrt(2 * Math.pow(0.08 / 3, 2) * 2 / 9 + 2 * 0.0004 * 2 / 4);
            assertThat(results.getDouble("tests[1].statistic")).isCloseTo(0.07 / 3 / error, within(1e-6));
        });
    }

    @Test
    void keepsTheFirstOutcomeOfAPrediction() {
        // Given
        UUID experiment = lab.running(2);
        PredictionMade prediction = Lab.prediction(experiment, "b", "unit");
        PredictionMade marker = Lab.prediction(experiment, "a", "marker");

        // When
        TestEvents.publish(
                prediction,
                Lab.outcome(prediction, 0.03),
                Lab.outcome(prediction, -0.5),
                marker,
                Lab.outcome(marker, 0.01));

        // Then
        Lab.eventually(() -> {
            JsonPath results = lab.results(experiment);
            assertThat(results.getList("variants.outcomes")).containsExactly(1, 1);
            assertThat(results.getDouble("variants[1].pnl.sum")).isCloseTo(0.03, within(1e-12));
        });
    }

    @Test
    void believesNobodyElsesReportAboutAPrediction() {
        // Given
        UUID experiment = lab.running(2);
        PredictionMade prediction = Lab.prediction(experiment, "a", "unit");

        // When
        TestEvents.publish(
                prediction, Lab.reported(prediction, 0.9, "stranger"), Lab.reported(prediction, 0.02, "owner"));

        // Then
        Lab.eventually(() -> assertThat(lab.results(experiment).getDouble("variants[0].pnl.sum"))
                .isCloseTo(0.02, within(1e-12)));
    }

    @Test
    void passesOverPredictionsOfExperimentsItDoesNotKnow() {
        // Given
        UUID experiment = lab.running(2);
        PredictionMade foreign = Lab.prediction(UUID.randomUUID(), "a", "unit");
        PredictionMade known = Lab.prediction(experiment, "a", "unit");

        // When
        TestEvents.publish(foreign, Lab.outcome(foreign, 0.01), known, Lab.outcome(known, 0.01));

        // Then
        Lab.eventually(() ->
                assertThat(lab.results(experiment).getList("variants.outcomes")).containsExactly(1, 0));
    }
}
