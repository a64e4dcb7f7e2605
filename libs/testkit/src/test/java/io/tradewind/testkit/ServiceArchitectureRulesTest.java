package io.tradewind.testkit;

import java.util.stream.Stream;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ServiceArchitectureRulesTest {
    private final ServiceArchitectureRules good = rules("good");
    private final ServiceArchitectureRules bad = rules("bad");

    private static ServiceArchitectureRules rules(String sample) {
        String base = "io.tradewind.testkit." + sample;
        return new ServiceArchitectureRules(base, new ClassFileImporter().importPackages(base)) {};
    }

    @Test
    void passesAServiceThatKeepsTheRules() {
        good.hasClassesToCheck();
        good.featuresDependOnEachOtherWithoutCycles();
        good.doesNotUseClassesOfAnotherService();
        good.endpointMethodsArePublic();
        good.rulesArePlainJava();
        good.namesSayTheRole();
        good.injectsThroughConstructors();
        good.staticStateIsFinal();
        good.neverWaitsWithoutALimit();
        good.everyPackageSaysWhatItOwns();
    }

    @Test
    void namesWhatBreaksThem() {
        Stream.<Runnable>of(
                        bad::endpointMethodsArePublic,
                        bad::namesSayTheRole,
                        bad::injectsThroughConstructors,
                        bad::staticStateIsFinal,
                        bad::neverWaitsWithoutALimit)
                .forEach(rule -> assertThatThrownBy(rule::run)
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining("OrderManager"));
    }

    @Test
    void namesPackagesThatDependOnWhatTheyMustNot() {
        Stream.<Runnable>of(
                        bad::featuresDependOnEachOtherWithoutCycles,
                        bad::doesNotUseClassesOfAnotherService,
                        bad::rulesArePlainJava,
                        bad::everyPackageSaysWhatItOwns)
                .forEach(rule -> assertThatThrownBy(rule::run)
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining("PriceRules"));
    }

    @Test
    void checksWhatLiesBelowThePackageOfTheSubclassButNoTests() {
        // Given
        ServiceArchitectureRules ownPackage = new ServiceArchitectureRules() {};

        // When, Then
        ownPackage.hasClassesToCheck();
        ownPackage.injectsThroughConstructors();
        ownPackage.everyPackageSaysWhatItOwns();
    }

    @Test
    void isNotContentWithAPackageThatHoldsNothing() {
        // Given
        ServiceArchitectureRules misplaced = rules("nowhere");

        // When, Then
        assertThatThrownBy(misplaced::hasClassesToCheck)
                .isInstanceOf(AssertionError.class)
                .hasMessage("there are no classes below io.tradewind.testkit.nowhere");
    }
}
