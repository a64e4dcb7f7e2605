package io.tradewind.kit.security;

import io.tradewind.kit.trace.TraceContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

/** For {@code @RegisterProvider} on REST clients between services: this service's token, the request id, the trace. */
@Singleton
public class ServiceCallFilter implements ClientRequestFilter {

    private final ServiceToken token;

    ServiceCallFilter(ServiceToken token) {
        this.token = token;
    }

    @Override
    public void filter(ClientRequestContext request) {
        request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, token.bearer());
        TraceContext.headers().forEach(request.getHeaders()::putSingle);
    }
}
