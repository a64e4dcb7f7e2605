package io.tradewind.training.registration;

import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Models as the registry shows them to the caller on whose behalf this asks. */
@ApplicationScoped
public class RegistryModels {

    private final CallersRegistryApi registry;
    private final ObjectMapper json;

    @Inject
    RegistryModels(@RestClient CallersRegistryApi registry, ObjectMapper json) {
        this.registry = registry;
        this.json = json;
    }

    /** The model, if this caller may see it; the registry decides that, so its token is passed on. */
    public Uni<RegistryModel> get(UUID modelId, String callersBearer) {
        return registry.model(callersBearer, modelId).onFailure().transform(failure -> problem(modelId, failure));
    }

    private ServiceException problem(UUID modelId, Throwable failure) {
        RegistryAnswer<RegistryModel> answer = RegistryAnswer.failed(failure, json);
        return switch (answer) {
            case RegistryAnswer.Denied<RegistryModel>(int status, String reason)
            when status == 404 -> new ServiceException(ErrorCode.NOT_FOUND, "no model " + modelId, failure);
            case RegistryAnswer.Denied<RegistryModel>(int status, String reason)
            when status == 403 -> new ServiceException(ErrorCode.FORBIDDEN, reason, failure);
            case RegistryAnswer.Denied<RegistryModel>(int status, String reason) ->
                new ServiceException(ErrorCode.UNPROCESSABLE, "the registry says: " + reason, failure);
            case RegistryAnswer.Away<RegistryModel>(String reason) ->
                new ServiceException(ErrorCode.UNAVAILABLE, reason, failure);
            case RegistryAnswer.Given<RegistryModel> given -> throw new IllegalStateException("a failure: " + given);
        };
    }
}
