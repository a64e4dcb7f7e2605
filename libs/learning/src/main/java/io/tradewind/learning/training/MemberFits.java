package io.tradewind.learning.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.tradewind.learning.bundle.BundleMember;
import io.tradewind.learning.bundle.ScalerSpec;
import io.tradewind.learning.dataset.Dataset;
import io.tradewind.learning.dataset.Samples;
import io.tradewind.learning.dataset.Scalers;
import io.tradewind.learning.evaluation.TrainingSummary;
import io.tradewind.learning.fit.Checkpoints;
import io.tradewind.learning.fit.FitRequest;
import io.tradewind.learning.fit.FittedModel;

/** Fits a plan's members one after the other on the same samples. */
final class MemberFits {

    private final TrainingPlan plan;
    private final List<Member> members;
    private final RunningEpochs epochs;
    private final Checkpoints checkpoints;

    MemberFits(TrainingPlan plan, RunningEpochs epochs, Checkpoints checkpoints) {
        this.plan = plan;
        this.members = Member.of(plan);
        this.epochs = epochs;
        this.checkpoints = checkpoints;
    }

    /**
     * A fitted file.
     *
     * @param member what the manifest says of it
     */
    record Part(BundleMember member, FittedModel model) {}

    /** The models of all members, in order; scalers are fitted on these training samples. */
    List<Part> fit(Samples training, Samples validation) {
        List<Part> parts = new ArrayList<>();
        for (int number = 0; number < members.size(); number++) {
            Member member = members.get(number);
            int models = member.models(plan.horizons().size());
            for (int horizon = 0; horizon < models; horizon++) {
                Dataset data = data(training.data(), member, horizon, models);
                FittedModel model = fit(member, training.on(data), validation.on(data));
                parts.add(new Part(describe(number, member, horizon, models, model), model));
            }
        }
        return parts;
    }

    /** The same rows seen through the member's window and, where it takes a model per horizon, with that horizon's target alone. */
    private static Dataset data(Dataset data, Member member, int horizon, int models) {
        Dataset seen = data.window() == member.window() ? data : data.withWindow(member.window());
        return models == 1 ? seen : seen.with(seen.targets().column(horizon));
    }

    private FittedModel fit(Member member, Samples training, Samples validation) {
        ScalerSpec scaler = Scalers.fit(plan.scaler(), training);
        FitRequest request = new FitRequest(
                member.architecture(),
                member.hyperparameters(),
                training,
                validation,
                scaler,
                member.schedule(),
                plan.seed(),
                epochs,
                checkpoints);
        FittedModel model = Fitters.of(member.architecture()).fit(request);
        epochs.finished(member.schedule().epochs());
        return model;
    }

    private BundleMember describe(int number, Member member, int horizon, int models, FittedModel model) {
        List<String> outputs = plan.task().outputNames(plan.horizons());
        String extension = model.fileName().substring(model.fileName().lastIndexOf('.'));
        String file = "member-%d-%s%s%s"
                .formatted(
                        number + 1,
                        member.architecture().toLowerCase(Locale.ROOT),
                        models == 1 ? "" : "-h" + plan.horizons().get(horizon),
                        extension);
        return new BundleMember(
                number,
                file,
                member.architecture(),
                member.hyperparameters(),
                member.weight(),
                member.window(),
                models == 1 ? outputs : List.of(outputs.get(horizon)));
    }

    /** The weights as the plan gives them. */
    List<Double> weights() {
        return members.stream().map(Member::weight).toList();
    }

    static Map<String, byte[]> files(List<Part> parts) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        parts.forEach(part -> files.put(part.member().file(), part.model().bytes()));
        return files;
    }

    /** Epochs and times of all parts together; losses as the mean over the parts. */
    static TrainingSummary summary(List<Part> parts) {
        List<TrainingSummary> all =
                parts.stream().map(part -> part.model().summary()).toList();
        return new TrainingSummary(
                all.stream().mapToInt(TrainingSummary::epochs).sum(),
                all.stream().mapToInt(TrainingSummary::bestEpoch).sum(),
                all.stream()
                        .mapToDouble(TrainingSummary::trainingLoss)
                        .average()
                        .orElseThrow(),
                all.stream()
                        .mapToDouble(TrainingSummary::validationLoss)
                        .average()
                        .orElseThrow(),
                all.stream().mapToLong(TrainingSummary::millis).sum(),
                all.stream()
                        .mapToDouble(TrainingSummary::samplesPerSecond)
                        .average()
                        .orElseThrow());
    }
}
