package io.tradewind.training.registration;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

import io.tradewind.kit.trace.TraceContext;

/** Request id and trace, for calls that carry a token of their own. */
class TraceHeaders implements ClientRequestFilter {

    @Override
    public void filter(ClientRequestContext request) {
        TraceContext.headers().forEach(request.getHeaders()::putSingle);
    }
}
