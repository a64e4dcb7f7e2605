package io.tradewind.inference.prediction;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.model.ModelChanged;
import io.tradewind.inference.serving.Viewer;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
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
import org.jspecify.annotations.Nullable;

/** Predictions with feature tensors in the shape of the system before. */
@Path("/api/production-ml/models/{id}/predict")
@RolesAllowed({Roles.USER, Roles.ADMIN, Roles.SERVICE})
class LegacyPredictResource {

    private final PredictService predictions;
    private final PredictionRequestReader reader;
    private final Caller caller;

    LegacyPredictResource(PredictService predictions, PredictionRequestReader reader, Caller caller) {
        this.predictions = predictions;
        this.reader = reader;
        this.caller = caller;
    }

    /** A window of rows, and whether the answer should say how sure it is. */
    record LegacyRequest(
            @JsonAlias("input_data") @Schema(implementation = Object.class) @Nullable
            Tensor inputData,

            @JsonAlias("include_confidence") @Nullable Boolean includeConfidence) {

        PredictRequest toRequest() {
            if (inputData == null) {
                throw new ServiceException(ErrorCode.VALIDATION_FAILED, "inputData must not be null");
            }
            return new PredictRequest(inputData, null, null, null, null, null, null, null);
        }

        boolean wantsConfidence() {
            return includeConfidence == null || includeConfidence;
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = LegacyRequest.class)))
    public Uni<Map<String, Object>> predict(@PathParam("id") UUID modelId, byte[] body) {
        ModelChanged model = predictions.get(modelId);
        Viewer viewer = Viewer.of(caller);
        caller.requireAccess(model.owner(), "model " + modelId);
        boolean[] confidence = {true};
        return predictions
                .predict(model, viewer.userId(), body, bytes -> {
                    LegacyRequest request = reader.read(bytes, LegacyRequest.class);
                    confidence[0] = request.wantsConfidence();
                    return request.toRequest();
                })
                .map(view -> answer(view, confidence[0]));
    }

    private static Map<String, Object> answer(PredictView view, boolean withConfidence) {
        List<Map<String, Object>> rows =
                view.predictions().stream().map(row -> row(row, withConfidence)).toList();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("success", true);
        answer.put("modelId", view.modelId());
        answer.put("version", view.version());
        answer.put("prediction", rows.getFirst());
        answer.put("predictions", rows);
        answer.put("latencyMicros", view.latencyMicros());
        answer.put("timestamp", Instant.now());
        return answer;
    }

    private static Map<String, Object> row(PredictView.Row row, boolean withConfidence) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("predictionId", row.predictionId());
        map.put("direction", row.direction());
        map.put("expectedReturn", row.expectedReturn());
        map.put("outputs", row.outputs());
        if (withConfidence) {
            map.put("confidence", row.confidence());
        }
        return map;
    }
}
