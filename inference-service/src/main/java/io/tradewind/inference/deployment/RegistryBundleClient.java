package io.tradewind.inference.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import io.tradewind.kit.problem.ServiceException;

/**
 * Downloads bundle files from the registry, streamed to disk, each within a deadline.
 *
 * <p>The JDK's client rather than a REST client: the body goes to the file as it arrives, on a thread that may block.
 */
final class RegistryBundleClient implements BundleSource, AutoCloseable {

    private final HttpClient http;
    private final String baseUrl;
    private final Supplier<String> bearer;
    private final Duration timeout;

    RegistryBundleClient(String baseUrl, Supplier<String> bearer, Duration timeout) {
        this.baseUrl = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
        this.bearer = bearer;
        this.timeout = timeout;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(1))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public String download(RemoteFile file, Path target, long maxBytes) throws LoadFailedException {
        String path = "/api/v1/models/%s/versions/%d/files/%s".formatted(file.modelId(), file.version(), file.name());
        HttpRequest request = request(URI.create(baseUrl + path));
        try (Digesting body = new Digesting(target, maxBytes)) {
            CompletableFuture<HttpResponse<Void>> exchange = http.sendAsync(
                    request,
                    answer -> answer.statusCode() == 200
                            ? BodySubscribers.ofByteArrayConsumer(bytes -> bytes.ifPresent(body::accept))
                            : BodySubscribers.discarding());
            check(file, await(exchange));
            return body.digest();
        } catch (IOException e) {
            throw new LoadFailedException(
                    LoadFailedException.Kind.TRANSIENT, "cannot write %s: %s".formatted(target, e.getMessage()), e);
        }
    }

    private HttpRequest request(URI uri) throws LoadFailedException {
        try {
            return HttpRequest.newBuilder(uri)
                    .header("Authorization", bearer.get())
                    .header("Accept", "application/octet-stream, */*")
                    .timeout(timeout)
                    .build();
        } catch (ServiceException e) {
            throw transientFailure(e.getMessage(), e);
        }
    }

    private HttpResponse<Void> await(CompletableFuture<HttpResponse<Void>> exchange)
            throws LoadFailedException, IOException {
        try {
            return exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            exchange.cancel(true);
            throw transientFailure("the registry did not send the file within " + timeout, e);
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw transientFailure("the download was interrupted", e);
        } catch (ExecutionException e) {
            throw refusalIn(e.getCause());
        }
    }

    private static LoadFailedException refusalIn(Throwable cause) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof TooLargeException) {
                return new LoadFailedException(LoadFailedException.Kind.PERMANENT, t.getMessage(), t);
            }
        }
        return transientFailure("the registry cannot be reached: " + cause, cause);
    }

    private static LoadFailedException transientFailure(String message, Throwable cause) {
        return new LoadFailedException(LoadFailedException.Kind.TRANSIENT, message, cause);
    }

    private static void check(RemoteFile file, HttpResponse<Void> response) throws LoadFailedException {
        int status = response.statusCode();
        if (status == 200) {
            return;
        }
        // A token is renewed and an overloaded registry recovers; what is not there or not allowed stays so.
        boolean mayPass = status >= 500 || status == 401 || status == 408 || status == 429;
        throw new LoadFailedException(
                mayPass ? LoadFailedException.Kind.TRANSIENT : LoadFailedException.Kind.PERMANENT,
                "the registry answered %d for file %s of version %d".formatted(status, file.name(), file.version()));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private static final class TooLargeException extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooLargeException(String message) {
            super(message);
        }
    }

    /** Writes and digests what arrives; more than was announced breaks the transfer off. */
    private static final class Digesting implements AutoCloseable {
        private final FileChannel file;
        private final MessageDigest digest = sha256();
        private final long maxBytes;
        private long bytes;

        Digesting(Path target, long maxBytes) throws IOException {
            this.file = FileChannel.open(
                    target, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
            this.maxBytes = maxBytes;
        }

        void accept(byte[] part) {
            bytes += part.length;
            if (bytes > maxBytes) {
                throw new TooLargeException("the file is larger than the " + maxBytes + " bytes it may have");
            }
            digest.update(part);
            try {
                ByteBuffer buffer = ByteBuffer.wrap(part);
                while (buffer.hasRemaining()) {
                    file.write(buffer);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String digest() {
            return HexFormat.of().formatHex(digest.digest());
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
