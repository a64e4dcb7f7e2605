package io.tradewind.inference.deployment;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpServer;
import io.tradewind.inference.deployment.LoadFailedException.Kind;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RegistryBundleClientTest {

    private static final byte[] CONTENT = "weights".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private final CountDownLatch hung = new CountDownLatch(1);
    private HttpServer server;
    private RegistryBundleClient client;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        client = new RegistryBundleClient(url(), () -> "Bearer token", Duration.ofSeconds(20));
        server.start();
    }

    @AfterEach
    void stop() {
        hung.countDown();
        client.close();
        server.stop(0);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @Test
    void writesTheFileAndTellsItsDigest() throws Exception {
        answer(200, CONTENT);

        String digest = client.download(file(), folder.resolve("f"), 100);

        assertThat(digest).isEqualTo(sha256(CONTENT));
        assertThat(folder.resolve("f")).hasBinaryContent(CONTENT);
    }

    @Test
    void breaksOffWhatIsLargerThanAnnounced() {
        answer(200, CONTENT);

        assertFailure(Kind.PERMANENT, "larger than the 3 bytes", 3);
    }

    @Test
    void takesAServerFaultForTransientAndAMissingFileForPermanent() {
        answer(503, new byte[0]);
        assertFailure(Kind.TRANSIENT, "answered 503", 100);
        server.removeContext("/");
        answer(404, new byte[0]);
        assertFailure(Kind.PERMANENT, "answered 404 for file model.onnx of version 4", 100);
        server.removeContext("/");
        answer(401, new byte[0]);
        assertFailure(Kind.TRANSIENT, "answered 401", 100);
    }

    @Test
    void givesUpOnATransferThatStalls() {
        client.close();
        client = new RegistryBundleClient(url(), () -> "Bearer token", Duration.ofMillis(300));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            OutputStream body = exchange.getResponseBody();
            body.write(CONTENT);
            body.flush();
            awaitEnd();
        });

        assertFailure(Kind.TRANSIENT, "did not send the file within PT0.3S", 10_000);
    }

    @Test
    void takesAnUnreachableRegistryForTransient() {
        server.stop(0);

        assertFailure(Kind.TRANSIENT, "cannot be reached", 100);
    }

    @Test
    void waitsForATokenItDoesNotHaveYet() {
        client.close();
        client = new RegistryBundleClient(
                url(),
                () -> {
                    throw new ServiceException(ErrorCode.UNAVAILABLE, "no token");
                },
                Duration.ofSeconds(1));

        assertFailure(Kind.TRANSIENT, "no token", 100);
    }

    private void awaitEnd() {
        try {
            hung.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void assertFailure(Kind kind, String message, long maxBytes) {
        assertThatExceptionOfType(LoadFailedException.class)
                .isThrownBy(() -> client.download(file(), folder.resolve("f"), maxBytes))
                .withMessageContaining(message)
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(kind));
    }

    private void answer(int status, byte[] body) {
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
        });
    }

    private static BundleSource.RemoteFile file() {
        return new BundleSource.RemoteFile(new UUID(0, 1), 4, "model.onnx");
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(RegistryBundleClient.sha256().digest(bytes));
    }
}
