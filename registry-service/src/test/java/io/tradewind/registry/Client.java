package io.tradewind.registry;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.tradewind.testkit.TestTokens;

/** A user of the registry, as its tests speak to it over HTTP. */
public final class Client {
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final String bearer;

    private Client(String bearer) {
        this.bearer = bearer;
    }

    /** A user nobody else in the tests is. */
    public static Client someone() {
        return new Client(TestTokens.user("user-" + UUID.randomUUID()));
    }

    public static Client user(String name) {
        return new Client(TestTokens.user(name));
    }

    public static Client admin() {
        return new Client(TestTokens.admin("root"));
    }

    public static Client service(String name) {
        return new Client(TestTokens.service(name));
    }

    public RequestSpecification request() {
        return RestAssured.given().auth().preemptive().oauth2(bearer);
    }

    public RequestSpecification json(Object body) {
        return request().contentType("application/json").body(body);
    }

    public Response get(String path) {
        return request().get(path);
    }

    public Response post(String path, Object body) {
        return json(body).post(path);
    }

    /** Creates an XGBOOST model of BTCUSD candles under a name of its own. */
    public String model() {
        return model("model " + NAMES.incrementAndGet());
    }

    public String model(String name) {
        Response created = post(
                "/api/v1/models",
                Map.of("name", name, "architecture", "xgboost", "symbols", List.of("BTCUSD"), "timeframe", "1h"));
        return created.then().statusCode(201).extract().path("id");
    }

    public int version(String model) {
        return post("/api/v1/models/" + model + "/versions", Map.of())
                .then()
                .statusCode(201)
                .extract()
                .path("version");
    }

    public Response put(String model, int version, String name, byte[] bytes) {
        return put(model, version, name, bytes, TestBundle.contentDigest(bytes));
    }

    public Response put(String model, int version, String name, byte[] bytes, String digest) {
        return request()
                .contentType("application/octet-stream")
                .header("Content-Digest", digest)
                .body(bytes)
                .put(files(model, version) + "/" + name);
    }

    public Response complete(String model, int version, String digest) {
        return post("/api/v1/models/" + model + "/versions/" + version + "/complete", Map.of("bundleDigest", digest));
    }

    public void upload(String model, int version, Map<String, byte[]> files) {
        files.forEach((name, bytes) -> put(model, version, name, bytes).then().statusCode(201));
    }

    /** Creates a version whose bundle is READY. */
    public int ready(String model, TestBundle bundle) {
        int version = version(model);
        Map<String, byte[]> files = bundle.files();
        upload(model, version, files);
        complete(model, version, TestBundle.digest(files)).then().statusCode(200);
        return version;
    }

    public static String files(String model, int version) {
        return "/api/v1/models/" + model + "/versions/" + version + "/files";
    }
}
