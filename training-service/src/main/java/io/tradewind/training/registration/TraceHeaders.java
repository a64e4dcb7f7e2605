package io.tradewind.training.registration;

import io.tradewind.kit.trace.TraceContext;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

/** Request id and trace, for calls that carry a token of their own. */
class TraceHeaders implements ClientRequestFilter {

    @Override
    public void filter(ClientRequestContext request) {
        TraceContext.headers().forEach(request.getHeaders()::putSingle);
    }
}
