package io.tradewind.monitoring.recording;

import java.util.List;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.kit.idempotency.IdempotencyKeys;
import io.tradewind.kit.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** What happened elsewhere, over HTTP; answered 202 once Kafka has it. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.USER, Roles.ADMIN, Roles.SERVICE})
class RecordingResource {

    private static final int AT_ONCE = 10_000;

    private final RecordingService recording;
    private final IdempotencyKeys idempotency;

    RecordingResource(RecordingService recording, IdempotencyKeys idempotency) {
        this.recording = recording;
        this.idempotency = idempotency;
    }

    @POST
    @Path("/outcomes")
    public Uni<Response> outcomes(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Size(min = 1, max = AT_ONCE) List<@Valid @NotNull OutcomeRequest> outcomes) {
        return idempotency.once(key, "outcomes", outcomes, () -> answer(recording.outcomes(outcomes)));
    }

    @POST
    @Path("/predictions")
    public Uni<Response> predictions(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Size(min = 1, max = AT_ONCE) List<@Valid @NotNull PredictionRequest> predictions) {
        UUID requestId = idempotency.resourceId(key, "predictions");
        return idempotency.once(
                key, "predictions", predictions, () -> answer(recording.predictions(requestId, predictions)));
    }

    @POST
    @Path("/trades")
    public Uni<Response> trades(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Size(min = 1, max = AT_ONCE) List<@Valid @NotNull TradeRequest> trades) {
        return idempotency.once(key, "trades", trades, () -> answer(recording.trades(trades)));
    }

    private static Uni<Response> answer(Uni<Recorded> recorded) {
        return recorded.map(body -> Response.accepted(body).build());
    }
}
