package io.tradewind.inference.experiment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.tradewind.contracts.experiment.ExperimentChanged;
import io.tradewind.contracts.experiment.ExperimentStatus;
import io.tradewind.contracts.experiment.RandomisationUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AssignmentRulesTest {

    private static final Subject CANDLE = Subject.candle("BTCUSD", "1h", 1_500_000_000_000L);

    @Test
    void assignsTheUnitTheExperimentRandomises() {
        assertThat(units(RandomisationUnit.CANDLE, CANDLE)).containsExactly("BTCUSD|1h|1500000000000");
        assertThat(units(RandomisationUnit.SYMBOL, CANDLE)).containsExactly("BTCUSD");
        assertThat(units(RandomisationUnit.USER, CANDLE)).isEmpty();
        assertThat(units(RandomisationUnit.REQUEST, CANDLE)).isEmpty();
        Subject request = new Subject("BTCUSD", "1h", null, "alice", "req-1");
        assertThat(units(RandomisationUnit.CANDLE, request)).isEmpty();
        assertThat(units(RandomisationUnit.REQUEST, request)).containsExactly("req-1");
        assertThat(units(RandomisationUnit.USER, request)).containsExactly("req-1");
        assertThat(units(RandomisationUnit.USER, new Subject("BTCUSD", "1h", null, "alice", null)))
                .containsExactly("alice");
    }

    @Test
    void leavesOutExperimentsThatDoNotRunHere() {
        assertThat(arms(experiment(ExperimentStatus.PAUSED, List.of(), null, 1)))
                .isEmpty();
        assertThat(arms(experiment(ExperimentStatus.RUNNING, List.of("ETHUSD"), null, 1)))
                .isEmpty();
        assertThat(arms(experiment(ExperimentStatus.RUNNING, List.of("BTCUSD"), "4h", 1)))
                .isEmpty();
        assertThat(arms(experiment(ExperimentStatus.RUNNING, List.of("BTCUSD"), "1h", 0)))
                .isEmpty();
        assertThat(arms(experiment(ExperimentStatus.RUNNING, List.of("BTCUSD"), "1h", 1)))
                .hasSize(1);
    }

    @Test
    void dividesCandlesByTheWeights() {
        ExperimentChanged experiment = experiment(ExperimentStatus.RUNNING, List.of(), null, 1);

        Map<String, Long> counts = IntStream.range(0, 10_000)
                .mapToObj(i -> Subject.candle("BTCUSD", "1h", i * 3_600_000L))
                .flatMap(candle -> AssignmentRules.arms(List.of(experiment), candle).stream())
                .map(arm -> arm.variant().name())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        // Four standard deviations of a fair division are 200.
        assertThat(counts.get("control")).isBetween(4_800L, 5_200L);
        assertThat(counts.get("control") + counts.get("treatment")).isEqualTo(10_000);
    }

    @Test
    void keepsTheNewestStateOfAnExperiment() {
        KnownExperiments known = new KnownExperiments();
        ExperimentChanged running = experiment(ExperimentStatus.RUNNING, List.of(), null, 1);
        known.offer(running);

        known.offer(new ExperimentChanged(
                running.experimentId(),
                "x",
                "alice",
                ExperimentStatus.STOPPED,
                running.unit(),
                running.seed(),
                List.of(),
                null,
                1,
                1,
                running.variants(),
                0,
                Instant.EPOCH));

        assertThat(known.all()).containsExactly(running);
    }

    private static List<Arm> arms(ExperimentChanged experiment) {
        return AssignmentRules.arms(List.of(experiment), CANDLE);
    }

    private static List<String> units(RandomisationUnit unit, Subject subject) {
        return AssignmentRules.arms(List.of(of(unit, ExperimentStatus.RUNNING, List.of(), null, 1)), subject).stream()
                .map(Arm::unit)
                .toList();
    }

    private static ExperimentChanged experiment(
            ExperimentStatus status, List<String> symbols, @Nullable String timeframe, double coverage) {
        return of(RandomisationUnit.CANDLE, status, symbols, timeframe, coverage);
    }

    private static ExperimentChanged of(
            RandomisationUnit unit,
            ExperimentStatus status,
            List<String> symbols,
            @Nullable String timeframe,
            double coverage) {
        return new ExperimentChanged(
                new UUID(1, 2),
                "x",
                "alice",
                status,
                unit,
                "seed",
                symbols,
                timeframe,
                1,
                coverage,
                List.of(
                        new ExperimentChanged.Variant("control", new UUID(0, 1), null, 0.5, true),
                        new ExperimentChanged.Variant("treatment", new UUID(0, 2), null, 0.5, false)),
                1,
                Instant.EPOCH);
    }
}
