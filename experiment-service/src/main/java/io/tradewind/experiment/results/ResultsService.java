package io.tradewind.experiment.results;

import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.tradewind.experiment.definition.Concluder;
import io.tradewind.experiment.definition.Experiment;
import io.tradewind.experiment.definition.ExperimentService;
import io.tradewind.experiment.ledger.Arms;
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
        return arms.list(experiment.id(), experiment.phase())
                .chain(counted -> arms.countContaminatedUnits(experiment.id(), experiment.phase())
                        .map(contaminated -> ResultsRules.results(experiment, counted, contaminated)));
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
