package io.tradewind.registry.training;

import java.util.List;
import java.util.Set;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.Topic;
import io.tradewind.contracts.training.JobStatus;
import io.tradewind.contracts.training.TrainingJobChanged;
import io.tradewind.kit.inbox.Inbox;
import io.tradewind.kit.inbox.Received;
import io.tradewind.registry.model.Change;
import io.tradewind.registry.model.ChangeKind;
import io.tradewind.registry.model.LifecycleStep;
import io.tradewind.registry.model.Model;
import io.tradewind.registry.model.ModelChanges;
import io.tradewind.registry.model.ModelLifecycle;
import io.tradewind.registry.model.Models;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Follows training jobs. */
@ApplicationScoped
class TrainingConsumer {
    private static final String GROUP = "registry-training";
    private static final String ACTOR = "training";

    private final Inbox inbox;
    private final Models models;
    private final ModelChanges changes;

    TrainingConsumer(Inbox inbox, Models models, ModelChanges changes) {
        this.inbox = inbox;
        this.models = models;
        this.changes = changes;
    }

    void start(@Observes StartupEvent started) {
        inbox.consume(GROUP, Set.of(Topic.TRAINING), this::handle);
    }

    private Uni<Void> handle(SqlConnection tx, List<Received> events) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Received received : events) {
            // Progress within a job changes nothing about its model.
            if (received.event() instanceof TrainingJobChanged job) {
                done = done.chain(() -> follow(tx, job));
            }
        }
        return done;
    }

    private Uni<Void> follow(SqlConnection tx, TrainingJobChanged job) {
        return models.findLocked(tx, job.modelId()).chain(found -> found.map(model -> follow(tx, model, job))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> follow(SqlConnection tx, Model model, TrainingJobChanged job) {
        boolean running = job.status() == JobStatus.RUNNING;
        LifecycleStep step =
                running ? new LifecycleStep.TrainingStarted(job.jobId()) : new LifecycleStep.TrainingEnded(job.jobId());
        ChangeKind kind = running ? ChangeKind.TRAINING_STARTED : ChangeKind.TRAINING_ENDED;
        Change change = new Change(kind, ACTOR, job.modelVersion(), reason(job));
        return switch (ModelLifecycle.apply(model, step)) {
            case ModelLifecycle.Outcome.Moved moved ->
                changes.commit(tx, model, moved.model(), change).replaceWithVoid();
            case ModelLifecycle.Outcome.Unchanged unchanged -> Uni.createFrom().voidItem();
            case ModelLifecycle.Outcome.Refused refused -> Uni.createFrom().voidItem();
        };
    }

    private static String reason(TrainingJobChanged job) {
        String what = "job " + job.jobId() + " " + job.status();
        return job.reason() == null ? what : what + ": " + job.reason();
    }
}
