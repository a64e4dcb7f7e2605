package io.tradewind.registry.bundle;

import java.util.Arrays;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.tradewind.registry.Client;
import io.tradewind.registry.RegistryIT;
import io.tradewind.registry.TestBundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@RegistryIT
class DownloadsIT {
    private final Client alice = Client.someone();
    private final TestBundle bundle = TestBundle.good().modelOf(150_000);
    private final byte[] bytes = bundle.files().get("model.json");
    private final String tag = "\"" + TestBundle.sha256(bytes) + "\"";
    private String model;
    private int version;
    private String file;

    @BeforeEach
    void createVersion() {
        model = alice.model();
        version = alice.ready(model, bundle);
        file = Client.files(model, version) + "/model.json";
    }

    @Test
    void givesTheBytesWithTheirDigestAsTag() {
        Response whole = alice.get(file);

        whole.then()
                .statusCode(200)
                .header("ETag", tag)
                .header("Content-Length", "150000")
                .header("Accept-Ranges", "bytes")
                .header("Repr-Digest", TestBundle.contentDigest(bytes))
                .header("X-Content-Type-Options", "nosniff");
        assertThat(whole.asByteArray()).isEqualTo(bytes);
    }

    @Test
    void describesAFileWithoutItsBytes() {
        alice.request()
                .head(file)
                .then()
                .statusCode(200)
                .header("Content-Length", "150000")
                .header("ETag", tag);
    }

    @Test
    void sendsNothingToWhoHasItAlready() {
        Response same = alice.request().header("If-None-Match", tag).get(file);

        same.then().statusCode(304).header("ETag", tag);
        assertThat(same.asByteArray()).isEmpty();
        alice.request().header("If-None-Match", "\"other\"").get(file).then().statusCode(200);
    }

    @Test
    void givesTheRangeAskedFor() {
        assertThat(range("bytes=100-199", "bytes 100-199/150000")).isEqualTo(Arrays.copyOfRange(bytes, 100, 200));
        assertThat(range("bytes=149990-", "bytes 149990-149999/150000"))
                .isEqualTo(Arrays.copyOfRange(bytes, 149_990, 150_000));
        assertThat(range("bytes=-5", "bytes 149995-149999/150000"))
                .isEqualTo(Arrays.copyOfRange(bytes, 149_995, 150_000));
        assertThat(range("bytes=65000-140000", "bytes 65000-140000/150000"))
                .isEqualTo(Arrays.copyOfRange(bytes, 65_000, 140_001));
    }

    @Test
    void refusesARangeTheFileDoesNotHave() {
        alice.request()
                .header("Range", "bytes=150000-")
                .get(file)
                .then()
                .statusCode(416)
                .body("size", equalTo(150_000));
    }

    @Test
    void aRangeOfOtherBytesThanTheClientKnowsIsTheWholeFile() {
        alice.request()
                .header("Range", "bytes=0-9")
                .header("If-Range", "\"other\"")
                .get(file)
                .then()
                .statusCode(200)
                .header("Content-Length", "150000");
        alice.request()
                .header("Range", "bytes=0-9")
                .header("If-Range", tag)
                .get(file)
                .then()
                .statusCode(206);
        alice.request().header("Range", "bytes=0-1,4-5").get(file).then().statusCode(200);
    }

    @Test
    void givesFilesOfReadyVersionsToTheirOwnersOnly() {
        int pending = alice.version(model);
        alice.put(model, pending, "model.json", bytes).then().statusCode(201);

        alice.get(Client.files(model, pending) + "/model.json").then().statusCode(409);
        alice.get(Client.files(model, version) + "/none.json").then().statusCode(404);
        Client.someone().get(file).then().statusCode(404);
        Client.someone().request().head(file).then().statusCode(404);
        Client.service("inference").get(file).then().statusCode(200);
    }

    @Test
    void showsTheEvaluation() {
        String versions = "/api/v1/models/" + model + "/versions/";
        int pending = alice.version(model);

        alice.get(versions + version + "/evaluation")
                .then()
                .statusCode(200)
                .body("rows", equalTo(200))
                .body("gates.passed", equalTo(true));
        alice.get(versions + pending + "/evaluation").then().statusCode(404);
    }

    @Test
    void aFileOfNoBytesIsAFile() {
        int empty = alice.version(model);
        Map<String, byte[]> files = TestBundle.good().modelOf(0).files();
        alice.upload(model, empty, files);
        alice.complete(model, empty, TestBundle.digest(files)).then().statusCode(200);

        Response whole = alice.get(Client.files(model, empty) + "/model.json");

        whole.then().statusCode(200).header("Content-Length", "0");
        assertThat(whole.asByteArray()).isEmpty();
    }

    private byte[] range(String wanted, String given) {
        Response part = alice.request().header("Range", wanted).get(file);
        part.then().statusCode(206).header("Content-Range", given).header("ETag", tag);
        return part.asByteArray();
    }
}
