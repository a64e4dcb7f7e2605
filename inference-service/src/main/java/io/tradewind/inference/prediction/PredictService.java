package io.tradewind.inference.prediction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.model.ModelChanged;
import io.tradewind.contracts.prediction.PredictionMade;
import io.tradewind.inference.experiment.Arm;
import io.tradewind.inference.experiment.ArmRefusals;
import io.tradewind.inference.experiment.AssignmentRules;
import io.tradewind.inference.experiment.KnownExperiments;
import io.tradewind.inference.experiment.MissingVersion;
import io.tradewind.inference.experiment.Subject;
import io.tradewind.inference.journal.PredictionJournal;
import io.tradewind.inference.prediction.AnswererRules.Choice.Answering;
import io.tradewind.inference.prediction.AnswererRules.Choice.Refused;
import io.tradewind.inference.prediction.PredictionEvents.Answerer;
import io.tradewind.inference.prediction.PredictionEvents.Question;
import io.tradewind.inference.serving.KnownModels;
import io.tradewind.inference.serving.Lease;
import io.tradewind.inference.serving.LoadedModel;
import io.tradewind.inference.serving.ServedModels;
import io.tradewind.inference.serving.Viewer;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.learning.prediction.PredictionRefusedException;
import io.tradewind.learning.task.Forecast;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers feature tensors: on the calling thread where that is fastest, on the native pool otherwise. */
@ApplicationScoped
public class PredictService {

    /** A tensor of one or a few rows; reading it takes less than moving it to another thread. */
    private static final int SMALL_BODY = 16 * 1024;

    /** What a model is asked: a tensor, whom for, and since when. */
    record Asked(ModelChanged model, String userId, PredictRequest request, long startNanos) {}

    private final KnownModels known;
    private final ServedModels served;
    private final KnownExperiments experiments;
    private final ArmRefusals refusals;
    private final PredictionJournal journal;
    private final PredictMetrics metrics;
    private final PredictionConfig config;
    private final NativeCalls pool;
    private final PredictionRequestReader reader;

    PredictService(
            KnownModels known,
            ServedModels served,
            KnownExperiments experiments,
            ArmRefusals refusals,
            PredictionJournal journal,
            PredictMetrics metrics,
            NativeCalls pool,
            PredictionRequestReader reader,
            PredictionConfig config) {
        this.known = known;
        this.served = served;
        this.experiments = experiments;
        this.refusals = refusals;
        this.journal = journal;
        this.metrics = metrics;
        this.config = config;
        this.pool = pool;
        this.reader = reader;
    }

    /** The model, if the viewer may see it; NOT_FOUND otherwise, as for one that does not exist. */
    public ModelChanged get(Viewer viewer, UUID modelId) {
        return known.find(modelId).filter(model -> viewer.maySee(model.owner())).orElseThrow(() -> missing(modelId));
    }

    private ModelChanged get(UUID modelId) {
        return known.find(modelId).orElseThrow(() -> missing(modelId));
    }

    private static ServiceException missing(UUID modelId) {
        return new ServiceException(ErrorCode.NOT_FOUND, "there is no model " + modelId);
    }

    /** Reads, checks, predicts, journals and answers. */
    public Uni<PredictView> predict(ModelChanged model, String userId, byte[] body, BodyShape shape) {
        long start = System.nanoTime();
        if (body.length > SMALL_BODY) {
            return answer(start, pool.call(() -> made(new Asked(model, userId, reader.read(body, shape), start))));
        }
        Asked asked = new Asked(model, userId, reader.read(body, shape), start);
        boolean inline = served.find(model.modelId())
                .filter(loaded -> loaded.fitsInline(instances(asked.request())))
                .isPresent();
        return answer(start, inline ? Uni.createFrom().item(() -> made(asked)) : pool.call(() -> made(asked)));
    }

    /** What was predicted, and how it is to be shown. */
    private record Made(
            List<PredictionMade> predictions, List<PredictView.Spread> spreads, PredictView.Confidence confidence) {}

    private static int instances(PredictRequest request) {
        Tensor tensor = request.instances();
        return tensor == null || tensor.shape().length == 0 ? 0 : tensor.shape()[0];
    }

    private Uni<PredictView> answer(long startNanos, Uni<Made> answered) {
        return answered.call(made -> journal.append(made.predictions()))
                .map(made -> view(made, startNanos))
                .ifNoItem()
                .after(config.timeout())
                .fail();
    }

    private PredictView view(Made made, long startNanos) {
        metrics.answered(made.predictions().getFirst().modelId(), startNanos);
        return PredictView.of(
                made.predictions(), made.spreads(), made.confidence(), (System.nanoTime() - startNanos) / 1_000);
    }

    private Made made(Asked asked) {
        PredictRequest request = asked.request();
        Subject subject = new Subject(
                request.symbol(), request.timeframe(), request.candleOpenTime(), asked.userId(), request.unit());
        Answering choice = choose(asked.model(), subject);
        try (Lease lease = acquire(choice.modelId())) {
            LoadedModel model = lease.model();
            int count = check(model, request);
            Forecast[] forecasts = forecast(lease, request.instances().values(), count);
            Arm arm = choice.arm();
            var question = new Question(
                    subject, request.referencePrice(), arm == null ? null : arm.assignment(), asked.startNanos());
            return new Made(
                    events(new Answerer(model, get(choice.modelId())), question, request, forecasts),
                    spreads(model.manifest().outputNames(), forecasts),
                    PredictView.Confidence.of(request.includeConfidence()));
        }
    }

    /** Numbers that are finite as 64-bit and not as 32-bit floats get as far as the model. */
    private static Forecast[] forecast(Lease lease, double[] inputs, int count) {
        try {
            return lease.predict(inputs, count);
        } catch (PredictionRefusedException e) {
            throw new ServiceException(ErrorCode.NOT_FINITE, "instances: " + e.getMessage(), e);
        }
    }

    private Answering choose(ModelChanged model, Subject subject) {
        List<Arm> arms = AssignmentRules.arms(experiments.all(), subject);
        return switch (AnswererRules.choose(model.modelId(), model.owner(), arms, served::find)) {
            case Answering answering -> answering;
            case Refused(Arm arm, MissingVersion missing) -> throw refusals.refuse(arm, missing);
        };
    }

    /** A lease, or a refusal that says what became of the deployment. */
    private Lease acquire(UUID modelId) {
        return served.acquire(modelId).orElseThrow(() -> notLoaded(get(modelId)));
    }

    private static ServiceException notLoaded(ModelChanged model) {
        var deployment = model.deployment();
        String message = "no version of model %s is loaded: its deployment is %s%s"
                .formatted(
                        model.modelId(),
                        deployment.status(),
                        deployment.reason() == null ? "" : ", because " + deployment.reason());
        ServiceException refusal =
                new ServiceException(ErrorCode.MODEL_NOT_LOADED, message).with("deploymentStatus", deployment.status());
        return deployment.targetVersion() == null ? refusal : refusal.with("targetVersion", deployment.targetVersion());
    }

    private int check(LoadedModel model, PredictRequest request) {
        Tensor tensor = Optional.ofNullable(request.instances())
                .orElseThrow(() -> new ServiceException(ErrorCode.VALIDATION_FAILED, "instances must not be null"));
        var signature =
                new PredictRules.Signature(model.window(), model.manifest().featureNames());
        return switch (PredictRules.check(signature, tensor, request.featureNames(), config.maxInstances())) {
            case InputCheck.Accepted(int count) -> checkIds(request, count);
            case InputCheck.Refused refused -> throw refusal(refused);
        };
    }

    private static int checkIds(PredictRequest request, int count) {
        List<UUID> ids = request.predictionIds();
        if (ids != null && (ids.size() != count || ids.contains(null))) {
            throw new ServiceException(
                    ErrorCode.VALIDATION_FAILED,
                    "predictionIds must hold one id for each of %d instances, held %d".formatted(count, ids.size()));
        }
        return count;
    }

    private static ServiceException refusal(InputCheck.Refused refused) {
        ServiceException exception = new ServiceException(refused.code(), refused.message());
        refused.members().forEach(exception::with);
        return exception;
    }

    private static List<PredictView.Spread> spreads(List<String> outputNames, Forecast[] forecasts) {
        return Arrays.stream(forecasts)
                .map(forecast -> new PredictView.Spread(
                        outputNames, Arrays.stream(forecast.spreads()).boxed().toList()))
                .toList();
    }

    private static List<PredictionMade> events(
            Answerer answerer, Question question, PredictRequest request, Forecast[] forecasts) {
        double[] inputs = request.instances().values();
        List<UUID> ids = request.predictionIds();
        List<PredictionMade> events = new ArrayList<>(forecasts.length);
        for (int i = 0; i < forecasts.length; i++) {
            UUID id = ids == null ? UUID.randomUUID() : ids.get(i);
            double[] input = PredictionEvents.instance(inputs, i, forecasts.length);
            events.add(PredictionEvents.made(id, answerer, question, forecasts[i], input));
        }
        return events;
    }
}
