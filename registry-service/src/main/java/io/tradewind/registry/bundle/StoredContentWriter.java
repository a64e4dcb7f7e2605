package io.tradewind.registry.bundle;

import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

import io.vertx.mutiny.core.http.HttpServerResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.jboss.resteasy.reactive.server.vertx.VertxResteasyReactiveRequestContext;

/**
 * Sends stored bytes as fast as the client takes them and no faster, with their length known.
 *
 * <p>A plain {@code Multi} would be sent chunked, without {@code Content-Length}, which a partial answer should have.
 */
@Provider
class StoredContentWriter implements ServerMessageBodyWriter<StoredContent> {

    @Override
    public boolean isWriteable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return type == StoredContent.class;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == StoredContent.class;
    }

    @Override
    public void writeResponse(StoredContent content, Type genericType, ServerRequestContext context) {
        VertxResteasyReactiveRequestContext request = (VertxResteasyReactiveRequestContext) context;
        request.suspend();
        context.serverResponse().setResponseHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(content.length()));
        HttpServerResponse.newInstance(request.vertxServerResponse())
                .send(content.chunks())
                .subscribe()
                .with(sent -> request.resume(), failed -> abort(request, failed));
    }

    /** The status line is gone already: all that can still be said is that the bytes are not complete. */
    private static void abort(VertxResteasyReactiveRequestContext request, Throwable failed) {
        request.vertxServerResponse().reset();
        request.resume(failed);
    }

    @Override
    public void writeTo(
            StoredContent content,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out) {
        throw new UnsupportedOperationException("stored content is only sent by a server");
    }
}
