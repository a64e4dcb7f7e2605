package io.tradewind.experiment.results;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.tradewind.contracts.experiment.ExperimentChanged.Variant;
import io.tradewind.contracts.experiment.ExperimentStatus;
import io.tradewind.contracts.experiment.RandomisationUnit;
import io.tradewind.experiment.definition.Design;
import io.tradewind.experiment.definition.Experiment;
import io.tradewind.experiment.definition.PrimaryMetric;
import io.tradewind.experiment.ledger.Arm;
import io.tradewind.experiment.ledger.UnitArm;
import io.tradewind.experiment.statistics.ClusteredMean;
import io.tradewind.experiment.statistics.Moments;
import io.tradewind.experiment.statistics.Proportion;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ResultsRulesTest {

    @Test
    void letsTheTreatmentWinThatIsBetterBeyondChance() {
        Conclusion conclusion = conclude(PrimaryMetric.ACCURACY, arm("a", 1000, 500), arm("b", 1000, 580));

        assertThat(conclusion.winner()).isEqualTo(Winner.TREATMENT);
        assertThat(conclusion.variant()).isEqualTo("b");
        assertThat(conclusion.expectedLift()).isCloseTo(0.08, within(1e-12));
        assertThat(conclusion.effectSize()).isCloseTo(0.16, within(1e-12));
        assertThat(conclusion.confidence()).isGreaterThan(0.999);
        assertThat(conclusion.projectedAnnualImpact()).isCloseTo(0, within(1e-12));
    }

    @Test
    void keepsTheControlWhereTheTreatmentIsWorseBeyondChance() {
        Conclusion conclusion = conclude(PrimaryMetric.ACCURACY, arm("a", 1000, 580), arm("b", 1000, 500));

        assertThat(conclusion.winner()).isEqualTo(Winner.CONTROL);
        assertThat(conclusion.variant()).isEqualTo("a");
        assertThat(conclusion.recommendation()).isEqualTo("Keep a: every treatment is worse on accuracy.");
    }

    @Test
    void shipsNothingWhereChanceExplainsTheDifference() {
        Conclusion conclusion = conclude(PrimaryMetric.ACCURACY, arm("a", 1000, 500), arm("b", 1000, 510));

        assertThat(conclusion.winner()).isEqualTo(Winner.INCONCLUSIVE);
        assertThat(conclusion.variant()).isNull();
        assertThat(conclusion.recommendation()).startsWith("No difference in accuracy was shown (p = 0.655)");
    }

    @Test
    void waitsForTheMinimumSampleHoweverLargeTheDifference() {
        Conclusion conclusion = conclude(PrimaryMetric.ACCURACY, arm("a", 99, 10), arm("b", 100, 90));

        assertThat(conclusion.winner()).isEqualTo(Winner.INCONCLUSIVE);
        assertThat(conclusion.recommendation()).isEqualTo("Keep going: a has 99 of 100 outcomes.");
    }

    @Test
    void distrustsASplitThatIsNotAsWeighted() {
        Conclusion conclusion = conclude(PrimaryMetric.ACCURACY, arm("a", 1300, 500), arm("b", 1000, 900));

        assertThat(conclusion.winner()).isEqualTo(Winner.INCONCLUSIVE);
        assertThat(conclusion.recommendation()).startsWith("Do not decide: units did not arrive");
    }

    @Test
    void decidesByProfitWhereThatIsThePrimaryMetric() {
        Arm control = new Arm("a", 1000, 1000, new Proportion(500, 1000), new Moments(1000, 0, 0.1));
        Arm treatment = new Arm("b", 1000, 1000, new Proportion(500, 1000), new Moments(1000, 2, 0.104));

        Conclusion conclusion = conclude(PrimaryMetric.PNL, control, treatment);

        assertThat(conclusion.winner()).isEqualTo(Winner.TREATMENT);
        assertThat(conclusion.expectedLift()).isCloseTo(0.002, within(1e-12));
        assertThat(conclusion.projectedAnnualImpact()).isCloseTo(0.002 * 24 * 365, within(1e-9));
    }

    @Test
    void holdsEachOfTwoTreatmentsToHalfTheSignificance() {
        ResultsView results = ResultsRules.results(
                experiment(PrimaryMetric.ACCURACY, List.of("a", "b", "c")),
                counts(arm("a", 1000, 500), arm("b", 1000, 546), arm("c", 1000, 500)));

        assertThat(results.tests().get(0).pValue()).isBetween(0.025, 0.05);
        assertThat(results.conclusion().winner()).isEqualTo(Winner.INCONCLUSIVE);
    }

    @Test
    void comparesNoDirectionsWhereAnArmNeverTookASide() {
        Arm abstaining = new Arm("a", 1000, 1000, new Proportion(0, 0), new Moments(1000, 0, 0));

        Conclusion conclusion = conclude(PrimaryMetric.ACCURACY, abstaining, arm("b", 1000, 900));

        assertThat(conclusion.recommendation()).isEqualTo("Nothing to compare: an arm never took a side.");
    }

    /** Half of the users are always right and half never: a thousand predictions of ten users say what ten users say. */
    @Test
    void takesUsersNotTheirPredictionsAsIndependent() {
        // Given
        UnitArm control = new UnitArm("a", users(120, 60), users(120, 60));
        UnitArm treatment = new UnitArm("b", users(120, 66), users(120, 66));
        var counts = new ResultsRules.Counts(
                List.of(arm("a", 12_000, 6_000), arm("b", 12_000, 6_600)), List.of(control, treatment), 0);

        // When
        ResultsView byCandle = ResultsRules.results(experiment(PrimaryMetric.ACCURACY, List.of("a", "b")), counts);
        ResultsView byUser = ResultsRules.results(
                experiment(RandomisationUnit.USER, PrimaryMetric.ACCURACY, List.of("a", "b")), counts);

        // Then
        assertThat(byCandle.unitOfAnalysis()).isEqualTo(UnitOfAnalysis.PREDICTION);
        assertThat(byCandle.conclusion().winner()).isEqualTo(Winner.TREATMENT);
        assertThat(byUser.unitOfAnalysis()).isEqualTo(UnitOfAnalysis.UNIT);
        assertThat(byUser.tests()).extracting(TestView::test).containsOnly("clustered-t");
        assertThat(byUser.tests().getFirst().effect()).isCloseTo(0.05, within(1e-12));
        assertThat(byUser.tests().getFirst().pValue()).isBetween(0.4, 0.5);
        assertThat(byUser.conclusion().winner()).isEqualTo(Winner.INCONCLUSIVE);
        assertThat(byUser.variants().getFirst().accuracy().interval().upper()).isBetween(0.58, 0.60);
    }

    @Test
    void countsUnitsForTheMinimumSampleWhereTheyAreAnalysed() {
        // Given
        UnitArm few = new UnitArm("a", users(99, 50), users(99, 50));
        UnitArm enough = new UnitArm("b", users(100, 90), users(100, 90));
        var counts = new ResultsRules.Counts(
                List.of(arm("a", 9_900, 5_000), arm("b", 10_000, 9_000)), List.of(few, enough), 0);

        // When
        Conclusion conclusion = ResultsRules.results(
                        experiment(RandomisationUnit.SYMBOL, PrimaryMetric.ACCURACY, List.of("a", "b")), counts)
                .conclusion();

        // Then
        assertThat(conclusion.recommendation()).isEqualTo("Keep going: a has 99 of 100 units with an outcome.");
    }

    /** Users of a hundred predictions each, of whom some are always right and the others never. */
    private static ClusteredMean users(int users, int right) {
        return new ClusteredMean(users, users * 100.0, right * 100.0, users * 1e4, right * 1e4, right * 1e4);
    }

    @Test
    void showsArmsThatHaveMetNobodyYet() {
        ResultsView results = ResultsRules.results(experiment(PrimaryMetric.ACCURACY, List.of("a", "b")), counts());

        assertThat(results.variants()).extracting(VariantView::outcomes).containsExactly(0L, 0L);
        assertThat(results.variants().get(0).accuracy().mean()).isNull();
        assertThat(results.tests()).isEmpty();
    }

    private static Conclusion conclude(PrimaryMetric metric, Arm control, Arm treatment) {
        return ResultsRules.results(experiment(metric, List.of("a", "b")), counts(control, treatment))
                .conclusion();
    }

    private static ResultsRules.Counts counts(Arm... arms) {
        return new ResultsRules.Counts(List.of(arms), List.of(), 0);
    }

    private static Arm arm(String name, long outcomes, long correct) {
        return new Arm(
                name, outcomes, outcomes, new Proportion(correct, outcomes), new Moments(outcomes, 0, outcomes * 1e-4));
    }

    private static Experiment experiment(PrimaryMetric metric, List<String> names) {
        return experiment(RandomisationUnit.CANDLE, metric, names);
    }

    private static Experiment experiment(RandomisationUnit unit, PrimaryMetric metric, List<String> names) {
        List<Variant> variants = names.stream()
                .map(name -> new Variant(name, UUID.randomUUID(), null, 1.0 / names.size(), name.equals("a")))
                .toList();
        Design design = new Design("n", null, unit, null, List.of(), "1h", variants, metric, 100, 0.05, 1, 0);
        Instant now = Instant.EPOCH;
        return new Experiment(
                UUID.randomUUID(), "o", design, ExperimentStatus.RUNNING, 1, 1, null, now, now, now, null);
    }
}
