package io.tradewind.launcher.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tradewind.learning.bundle.Bundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody else's ONNX file becomes a version of a model, or one line says why not. */
class ImportModelCommandTest {

    private final PrintStream before = System.out;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();
    private final List<String> calls = new ArrayList<>();
    private final Map<String, byte[]> stored = new TreeMap<>();

    @TempDir
    private Path folder;

    private HttpServer registry;
    private Path file;

    @BeforeEach
    void start() throws IOException {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.createContext("/", this::answer);
        registry.start();
        file = Files.write(folder.resolve("theirs.onnx"), softmax());
    }

    @AfterEach
    void stop() {
        System.setOut(before);
        registry.stop(0);
    }

    /** As the registry does: refuses without a token and where bytes and digest differ. */
    private void answer(HttpExchange call) throws IOException {
        byte[] body = call.getRequestBody().readAllBytes();
        String path = call.getRequestURI().getPath();
        calls.add(call.getRequestMethod() + " " + path);
        boolean allowed = "Bearer secret".equals(call.getRequestHeaders().getFirst("Authorization"));
        String digest = call.getRequestHeaders().getFirst("Content-Digest");
        boolean intact = digest == null || digest.equals("sha-256=:" + sha256(body) + ":");
        String json = "{}";
        if (call.getRequestMethod().equals("PUT")) {
            stored.put(path.substring(path.lastIndexOf('/') + 1), body);
        } else if (path.endsWith("/versions")) {
            json = "{\"version\": 7}";
        } else if (path.endsWith("/models")) {
            stored.put("model request", body);
            json = "{\"id\": \"2f5d\"}";
        }
        if (!allowed || !intact) {
            json = "{\"detail\": \"not with that token or digest\"}";
        }
        byte[] answer = json.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(allowed && intact ? 200 : 403, answer.length);
        call.getResponseBody().write(answer);
        call.close();
    }

    private static String sha256(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("import-model", "--file", file.toString(), "--home=" + folder));
        all.addAll(List.of("--symbol", "BTCUSD", "--timeframe", "1h"));
        all.addAll(List.of(arguments));
        return FleetCommand.commandLine().setErr(new PrintWriter(err)).execute(all.toArray(String[]::new));
    }

    private String url() {
        return "http://127.0.0.1:" + registry.getAddress().getPort();
    }

    @Test
    void createsAModelUploadsEveryFileAndPrintsTheVersion() throws IOException {
        // When
        int exit = run("--features", "log_return_1,rsi_14", "--registry", url(), "--token", "secret");

        // Then
        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        assertThat(calls)
                .containsExactly(
                        "POST /api/v1/models",
                        "POST /api/v1/models/2f5d/versions",
                        "PUT /api/v1/models/2f5d/versions/7/files/model.onnx",
                        "PUT /api/v1/models/2f5d/versions/7/files/evaluation.json",
                        "PUT /api/v1/models/2f5d/versions/7/files/reference.json",
                        "PUT /api/v1/models/2f5d/versions/7/files/importance.json",
                        "PUT /api/v1/models/2f5d/versions/7/files/manifest.json",
                        "POST /api/v1/models/2f5d/versions/7/complete");
        assertThat(new String(stored.get("model request"), StandardCharsets.UTF_8))
                .contains("\"name\":\"theirs\"", "\"architecture\":\"ONNX\"", "\"task\":\"DIRECTION\"", "BTCUSD");
        assertThat(stored.get("model.onnx")).isEqualTo(Files.readAllBytes(file));
        assertThat(text()).contains("model 2f5d, version 7, bundle ").contains("overrideGates");
    }

    @Test
    void addsAVersionToAModelThereIs() {
        int exit = run("--features", "log_return_1,rsi_14", "--model", "77", "--registry", url(), "--token", "secret");

        assertThat(exit).isZero();
        assertThat(calls).startsWith("POST /api/v1/models/77/versions").hasSize(7);
    }

    @Test
    void writesABundleWithoutAFleet() {
        Path bundle = folder.resolve("bundle");

        int exit = run("--features", "mood,moon", "--own-features", "--out", bundle.toString());

        assertThat(exit).isZero();
        assertThat(Bundle.open(bundle).manifest().featureSet()).isEqualTo("foreign");
        assertThat(text()).isEqualTo("bundle " + Bundle.open(bundle).digest() + " in " + bundle + "\n");
    }

    @Test
    void judgesItOnCandlesItNeverSaw() {
        // Given
        Path candles = folder.resolve("candles.csv");
        Path bundle = folder.resolve("judged");
        FleetCommand.commandLine().execute("candles", "--rows", "400", "--out", candles.toString(), "--home=" + folder);

        // When
        int exit = run(
                "--features",
                "log_return_1,return_mean_5",
                "--candles",
                candles.toString(),
                "--out",
                bundle.toString());

        // Then
        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        assertThat(Bundle.open(bundle).evaluation().accuracy()).isBetween(0.3, 0.7);
        assertThat(Bundle.open(bundle).evaluation().splits().method()).isEqualTo("declared-unseen");
    }

    @Test
    void saysInOneLineWhatIsWrong() throws IOException {
        assertThat(run("--features", "log_return_1", "--out", folder + "/x")).isEqualTo(1);
        assertThat(run("--features", "mood,moon", "--out", folder + "/x")).isEqualTo(1);
        assertThat(run("--features", "log_return_1,rsi_14")).isEqualTo(1);
        assertThat(run("--features", "log_return_1,rsi_14", "--registry", url()))
                .isEqualTo(1);
        assertThat(run("--features", "log_return_1,rsi_14", "--registry", url(), "--token", "guessed"))
                .isEqualTo(1);
        file = folder.resolve("absent.onnx");
        assertThat(run("--features", "log_return_1,rsi_14", "--out", folder + "/x"))
                .isEqualTo(1);

        assertThat(err.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("is refused: the network's input must have shape [-1, 1, 1]"),
                        line -> assertThat(line).contains("mood"),
                        line -> assertThat(line).contains("the fleet is not up"),
                        line -> assertThat(line).contains("--registry needs --token"),
                        line -> assertThat(line).contains("answered 403: not with that token or digest"),
                        line -> assertThat(line).contains("absent.onnx: no such file"));
        assertThat(folder.resolve("x")).doesNotExist();
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Softmax over two features. */
    private static byte[] softmax() {
        return ModelProto.newBuilder()
                .setIrVersion(7)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(13))
                .setGraph(GraphProto.newBuilder()
                        .setName("theirs")
                        .addInput(floats("x"))
                        .addOutput(floats("y"))
                        .addNode(NodeProto.newBuilder()
                                .setOpType("Softmax")
                                .addInput("x")
                                .addOutput("y")))
                .build()
                .toByteArray();
    }

    private static ValueInfoProto floats(String name) {
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                                .setShape(TensorShapeProto.newBuilder()
                                        .addDim(TensorShapeProto.Dimension.newBuilder()
                                                .setDimParam("n"))
                                        .addDim(TensorShapeProto.Dimension.newBuilder()
                                                .setDimValue(2)))))
                .build();
    }
}
