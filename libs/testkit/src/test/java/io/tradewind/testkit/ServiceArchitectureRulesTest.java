package io.tradewind.testkit;

import java.util.stream.Stream;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
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
        assertThat(bad).isNotNull();
    }
}
