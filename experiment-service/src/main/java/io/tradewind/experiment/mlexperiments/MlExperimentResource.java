package io.tradewind.experiment.mlexperiments;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.experiment.Assignments;
import io.tradewind.contracts.experiment.ExperimentStatus;
import io.tradewind.experiment.definition.CreateExperimentRequest;
import io.tradewind.experiment.definition.Experiment;
import io.tradewind.experiment.definition.ExperimentService;
import io.tradewind.experiment.definition.ExperimentView;
import io.tradewind.experiment.results.ResultsService;
import io.tradewind.kit.paging.Limit;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.kit.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Experiments as {@code /api/ml/experiments} knows them: GET lists, POST creates and controls, PUT shows one. */
@Path("/api/ml/experiments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.USER, Roles.ADMIN, Roles.SERVICE})
class MlExperimentResource {

    private final ExperimentService experiments;
    private final ResultsService results;

    MlExperimentResource(ExperimentService experiments, ResultsService results) {
        this.experiments = experiments;
        this.results = results;
    }

    /** All experiments the caller may see. */
    record ListView(
            boolean success,
            List<ExperimentView> experiments,
            @Nullable String nextCursor) {}

    @GET
    public Uni<ListView> list(
            @RestQuery @Nullable ExperimentStatus status,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable Integer limit) {
        return experiments
                .list(status, cursor, Limit.of(limit))
                .map(page -> page.map(ExperimentView::of))
                .map(page -> new ListView(true, page.items(), page.nextCursor()));
    }

    @POST
    public Uni<Map<String, Object>> act(@NotNull MlExperimentRequest request) {
        String action = Objects.requireNonNullElse(request.action(), "create");
        return switch (action) {
            case "create" ->
                experiments.create(UUID.randomUUID(), design(request)).map(MlExperimentResource::shown);
            case "start" -> experiments.start(id(request)).map(MlExperimentResource::shown);
            case "pause" -> experiments.pause(id(request)).map(MlExperimentResource::shown);
            case "resume" -> experiments.resume(id(request)).map(MlExperimentResource::shown);
            case "end" -> experiments.stop(id(request)).map(MlExperimentResource::shown);
            case "variant" -> experiments.get(id(request)).map(experiment -> variant(experiment, request.userId()));
            default -> throw invalid("action must be create, start, pause, resume, end or variant, was " + action);
        };
    }

    @PUT
    public Uni<Map<String, Object>> show(@NotNull MlExperimentRequest request) {
        UUID id = id(request);
        return experiments.get(id).chain(experiment -> results.results(id).map(found -> {
            Map<String, Object> view = shown(experiment);
            view.put("results", found);
            return view;
        }));
    }

    private static Map<String, Object> shown(Experiment experiment) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("success", true);
        view.put("experiment", ExperimentView.of(experiment));
        return view;
    }

    private static Map<String, Object> variant(Experiment experiment, @Nullable String unit) {
        if (unit == null || unit.isBlank()) {
            throw invalid("userId is required");
        }
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("success", true);
        view.put("variant", Assignments.variantFor(experiment.toEvent(), unit).orElse(null));
        return view;
    }

    private static CreateExperimentRequest design(MlExperimentRequest request) {
        try {
            return MlExperimentRules.design(request);
        } catch (IllegalArgumentException refused) {
            throw invalid(String.valueOf(refused.getMessage()));
        }
    }

    private static UUID id(MlExperimentRequest request) {
        UUID id = request.experimentId();
        if (id == null) {
            throw invalid("experimentId is required");
        }
        return id;
    }

    private static ServiceException invalid(String message) {
        return new ServiceException(ErrorCode.VALIDATION_FAILED, message);
    }
}
