package io.tradewind.registry.architecture;

import io.quarkus.test.junit.QuarkusTest;
import io.tradewind.registry.Client;
import io.tradewind.registry.RegistryIT;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

@QuarkusTest
@RegistryIT
class ArchitecturesIT {

    @Test
    void listsArchitecturesWithTheSchemaOfTheirParameters() {
        Client.someone()
                .get("/api/v1/architectures")
                .then()
                .statusCode(200)
                .body("name", hasItems("LSTM", "XGBOOST"))
                .body("find { it.name == 'LSTM' }.parameters.name", hasItem("dropout"));
    }

    @Test
    void showsOneByItsNameWhateverTheCase() {
        Client.someone()
                .get("/api/v1/architectures/lstm")
                .then()
                .statusCode(200)
                .body("name", equalTo("LSTM"))
                .body("parameters.find { it.name == 'dropout' }.max", equalTo(0.9f));
        Client.someone().get("/api/v1/architectures/perceptron").then().statusCode(404);
    }
}
