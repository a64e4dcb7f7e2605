package io.tradewind.inference.insight;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.smallrye.common.annotation.NonBlocking;
import io.tradewind.inference.serving.KnownModels;
import io.tradewind.inference.serving.LoadedModel;
import io.tradewind.inference.serving.ServedModels;
import io.tradewind.inference.serving.Viewer;
import io.tradewind.kit.security.Caller;
import io.tradewind.kit.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Whether the caller's models are loaded. */
@Path("/api/ml/status")
@RolesAllowed({Roles.USER, Roles.ADMIN, Roles.SERVICE})
class StatusResource {

    private final KnownModels known;
    private final ServedModels served;
    private final Caller caller;

    StatusResource(KnownModels known, ServedModels served, Caller caller) {
        this.known = known;
        this.served = served;
        this.caller = caller;
    }

    @GET
    @NonBlocking
    public StatusView status() {
        Viewer viewer = Viewer.of(caller);
        List<StatusView.LoadedModel> models = served.all().stream()
                .map(model -> visible(viewer, model))
                .flatMap(Optional::stream)
                .toList();
        boolean cnn = models.stream()
                .anyMatch(model -> model.architecture().toLowerCase(Locale.ROOT).contains("cnn"));
        return new StatusView(!models.isEmpty(), cnn, !models.isEmpty(), true, models, Instant.now());
    }

    private Optional<StatusView.LoadedModel> visible(Viewer viewer, LoadedModel model) {
        return known.find(model.identity().modelId())
                .filter(state -> viewer.maySee(state.owner()))
                .map(state -> new StatusView.LoadedModel(
                        state.modelId(),
                        state.name(),
                        model.identity().version(),
                        model.manifest().architecture(),
                        model.facts().loadedAt()));
    }
}
