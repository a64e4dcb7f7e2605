package io.tradewind.inference.status;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.tradewind.contracts.experiment.ExperimentChanged;
import io.tradewind.contracts.model.DeploymentStatus;
import io.tradewind.contracts.model.ModelChanged;
import io.tradewind.inference.deployment.DeploymentService;
import io.tradewind.inference.deployment.LoadProgress;
import io.tradewind.inference.experiment.ExperimentFeed;
import io.tradewind.inference.experiment.KnownExperiments;
import io.tradewind.inference.experiment.MissingVersion;
import io.tradewind.inference.journal.PredictionJournal;
import io.tradewind.inference.live.LiveMarket;
import io.tradewind.inference.serving.KnownModels;
import io.tradewind.inference.serving.LoadedModel;
import io.tradewind.inference.serving.ReplicaId;
import io.tradewind.inference.serving.ServedModels;
import io.tradewind.inference.serving.Viewer;
import io.tradewind.learning.bundle.BundleManifest;
import jakarta.enterprise.context.ApplicationScoped;

/** Puts together what the features know of themselves. */
@ApplicationScoped
class ServingService {

    private final ReplicaId replicaId;
    private final KnownModels known;
    private final ServedModels served;
    private final DeploymentService deployments;
    private final KnownExperiments experiments;
    private final ExperimentFeed experimentFeed;
    private final PredictionJournal journal;
    private final LiveMarket market;

    ServingService(
            ReplicaId replicaId,
            KnownModels known,
            ServedModels served,
            DeploymentService deployments,
            KnownExperiments experiments,
            ExperimentFeed experimentFeed,
            PredictionJournal journal,
            LiveMarket market) {
        this.replicaId = replicaId;
        this.known = known;
        this.served = served;
        this.deployments = deployments;
        this.experiments = experiments;
        this.experimentFeed = experimentFeed;
        this.journal = journal;
        this.market = market;
    }

    ServingView serving(Viewer viewer) {
        PredictionJournal.Status waiting = journal.status();
        return new ServingView(
                replicaId.value(),
                caughtUp(),
                market.caughtUp(),
                models(viewer),
                experiments(viewer),
                new ServingView.Journal(waiting.waiting(), waiting.waitingBytes(), waiting.dropped()));
    }

    boolean caughtUp() {
        return deployments.caughtUp() && experimentFeed.caughtUp();
    }

    private List<ServingView.Model> models(Viewer viewer) {
        return known.all().stream()
                .filter(model -> viewer.maySee(model.owner()))
                .filter(model -> model.deployment().status() != DeploymentStatus.NONE
                        || served.find(model.modelId()).isPresent())
                .sorted(Comparator.comparing(ModelChanged::name).thenComparing(ModelChanged::modelId))
                .map(this::model)
                .toList();
    }

    private ServingView.Model model(ModelChanged model) {
        LoadProgress progress = deployments.progress(model.modelId());
        Optional<LoadedModel> loaded = served.find(model.modelId());
        return new ServingView.Model(
                model.modelId(),
                model.name(),
                model.owner(),
                model.symbols(),
                model.timeframe(),
                model.deployment().status(),
                model.deployment().targetVersion(),
                progress.deploymentRevision(),
                progress.attempts(),
                progress.failure(),
                loaded.map(ServingService::loaded).orElse(null));
    }

    private static ServingView.Loaded loaded(LoadedModel model) {
        BundleManifest manifest = model.manifest();
        LoadedModel.Facts facts = model.facts();
        return new ServingView.Loaded(
                model.identity().version(),
                model.identity().bundleDigest(),
                manifest.architecture(),
                manifest.task().name(),
                manifest.horizonBars(),
                model.window(),
                manifest.featureNames().size(),
                manifest.featureSchemaHash(),
                facts.features().isPresent(),
                facts.rowMicros(),
                facts.loadMillis(),
                facts.loadedAt());
    }

    private ServingView.Arm arm(ExperimentChanged.Variant variant) {
        Integer version = served.find(variant.modelId())
                .map(model -> model.identity().version())
                .orElse(null);
        String refusal =
                MissingVersion.of(variant, version).map(MissingVersion::reason).orElse(null);
        return new ServingView.Arm(variant.name(), variant.modelId(), variant.modelVersion(), version, refusal);
    }

    private List<ServingView.Experiment> experiments(Viewer viewer) {
        return experiments.all().stream()
                .filter(experiment -> viewer.maySee(experiment.owner()))
                .map(experiment -> new ServingView.Experiment(
                        experiment.experimentId(),
                        experiment.name(),
                        experiment.status(),
                        experiment.phase(),
                        experiment.revision(),
                        experiment.variants().stream().map(this::arm).toList()))
                .sorted(Comparator.comparing(ServingView.Experiment::experimentId))
                .toList();
    }
}
