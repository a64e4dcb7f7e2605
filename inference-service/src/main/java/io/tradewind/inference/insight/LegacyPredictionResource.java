package io.tradewind.inference.insight;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.model.ModelChanged;
import io.tradewind.inference.prediction.BodyShape;
import io.tradewind.inference.prediction.NativeCalls;
import io.tradewind.inference.prediction.PredictService;
import io.tradewind.inference.serving.Viewer;
import io.tradewind.inference.symbol.SymbolPredictRequest;
import io.tradewind.inference.symbol.SymbolService;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.kit.security.Caller;
import io.tradewind.kit.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** Predictions by tensor or by symbol on the path of the system before. */
@Path("/api/ml/predict")
@RolesAllowed({Roles.USER, Roles.ADMIN, Roles.SERVICE})
class LegacyPredictionResource {

    private final PredictService predictions;
    private final SymbolService symbols;
    private final NativeCalls calls;
    private final ObjectReader reader;
    private final Caller caller;

    LegacyPredictionResource(
            PredictService predictions, SymbolService symbols, NativeCalls calls, ObjectMapper json, Caller caller) {
        this.predictions = predictions;
        this.symbols = symbols;
        this.calls = calls;
        this.reader = json.readerFor(LegacyPredictionRequest.class).with(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS);
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = LegacyPredictionRequest.class)))
    public Uni<LegacyPredictionView> predict(byte[] body) {
        Viewer viewer = Viewer.of(caller);
        return calls.call(() -> reader.<LegacyPredictionRequest>readValue(body))
                .chain(request -> answer(viewer, request, body));
    }

    private Uni<LegacyPredictionView> answer(Viewer viewer, LegacyPredictionRequest request, byte[] body) {
        if (request.byTensor()) {
            ModelChanged model = predictions.get(viewer, request.modelId());
            return predictions
                    .predict(model, viewer.userId(), body, BodyShape.LEGACY)
                    .map(LegacyPredictionView::of);
        }
        if (request.symbol() == null) {
            throw new ServiceException(
                    ErrorCode.VALIDATION_FAILED, "either model_id and input_data or symbol must be given");
        }
        var asked = new SymbolService.Asked(
                viewer,
                symbols.series(request.symbol(), request.timeframe()),
                new SymbolPredictRequest(request.modelId(), null));
        return symbols.predict(asked).map(LegacyPredictionView::of);
    }
}
