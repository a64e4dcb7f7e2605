package io.tradewind.experiment.results;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.tradewind.experiment.definition.Concluder;
import io.tradewind.experiment.definition.Experiment;
import io.tradewind.experiment.definition.ExperimentService;
import io.tradewind.experiment.ledger.Arms;
import io.tradewind.experiment.ledger.UnitArm;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads counts and has the rules judge them. */
@ApplicationScoped
public class ResultsService {

    private final ExperimentService experiments;
    private final Arms arms;

    ResultsService(ExperimentService experiments, Arms arms) {
        this.experiments = experiments;
        this.arms = arms;
    }

    /** What the experiment has shown so far, where the caller may see it. */
    public Uni<ResultsView> results(UUID id) {
        return experiments.get(id).chain(experiment -> results(experiment, arms));
    }

    private static Uni<ResultsView> results(Experiment experiment, Arms arms) {
        UUID id = experiment.id();
        int phase = experiment.phase();
        return arms.list(id, phase)
                .chain(counted -> byUnit(experiment, arms).chain(units -> arms.countContaminatedUnits(id, phase)
                        .map(contaminated -> new ResultsRules.Counts(counted, units, contaminated))))
                .map(counts -> ResultsRules.results(experiment, counts));
    }

    private static Uni<List<UnitArm>> byUnit(Experiment experiment, Arms arms) {
        return switch (UnitOfAnalysis.of(experiment.design().unit())) {
            case PREDICTION -> Uni.createFrom().item(List.of());
            case UNIT -> arms.listByUnit(experiment.id(), experiment.phase());
        };
    }

    /** What is concluded from the counts at the moment an experiment stops. */
    @ApplicationScoped
    static class ConcluderFromCounts implements Concluder {

        private final Arms arms;
        private final ObjectMapper json;

        ConcluderFromCounts(Arms arms, ObjectMapper json) {
            this.arms = arms;
            this.json = json;
        }

        @Override
        public Uni<String> conclude(Experiment experiment) {
            return results(experiment, arms).map(results -> write(results.conclusion()));
        }

        private String write(Conclusion conclusion) {
            try {
                return json.writeValueAsString(conclusion);
            } catch (JsonProcessingException cause) {
                throw new IllegalStateException("a conclusion cannot be written as JSON", cause);
            }
        }
    }
}
