package io.tradewind.inference.prediction;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.model.ModelChanged;
import io.tradewind.inference.serving.Viewer;
import io.tradewind.kit.security.Caller;
import io.tradewind.kit.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** Predictions with feature tensors on the path of the system before. */
@Path("/api/production-ml/models/{id}/predict")
@RolesAllowed({Roles.USER, Roles.ADMIN, Roles.SERVICE})
class LegacyPredictResource {

    private final PredictService predictions;
    private final Caller caller;

    LegacyPredictResource(PredictService predictions, Caller caller) {
        this.predictions = predictions;
        this.caller = caller;
    }

    /** The first prediction, and all of them. */
    record Answer(
            boolean success,
            UUID modelId,
            int version,
            PredictView.Row prediction,
            List<PredictView.Row> predictions,
            long latencyMicros,
            Instant timestamp) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = LegacyRequest.class)))
    public Uni<Answer> predict(@PathParam("id") UUID modelId, byte[] body) {
        ModelChanged model = predictions.get(Viewer.of(caller), modelId);
        return predictions
                .predict(model, caller.userId(), body, BodyShape.LEGACY)
                .map(view -> new Answer(
                        true,
                        view.modelId(),
                        view.version(),
                        view.predictions().getFirst(),
                        view.predictions(),
                        view.latencyMicros(),
                        Instant.now()));
    }
}
