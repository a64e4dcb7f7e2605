package io.tradewind.testkit;

import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

/**
 * The rules every service keeps. A service has {@code class ArchitectureTest extends ServiceArchitectureRules {}} in its
 * base package, such as {@code io.tradewind.registry}; the rules hold for everything below that package.
 */
public abstract class ServiceArchitectureRules {
    private static final String[] SERVICES = {"registry", "training", "inference", "experiment", "monitoring"};
    private static final String FORBIDDEN_NAMES = ".*(Impl|Manager|Helper|Util|Utils|Base|Dto|DTO|Dao|DAO)";

    private final String base;
    private final JavaClasses service;

    /** Rules for everything that is not a test below the package of the subclass. */
    protected ServiceArchitectureRules() {
        base = getClass().getPackageName();
        service = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(base);
    }

    ServiceArchitectureRules(String base, JavaClasses service) {
        this.base = base;
        this.service = service;
    }

    /** Every other rule holds for a service whose classes were looked for in the wrong place. */
    @Test
    final void hasClassesToCheck() {
        if (service.isEmpty()) {
            throw new AssertionError("there are no classes below " + base);
        }
    }

    @Test
    final void featuresDependOnEachOtherWithoutCycles() {
        check(SlicesRuleDefinition.slices().matching(base + ".(*)..").should().beFreeOfCycles());
    }

    @Test
    final void doesNotUseClassesOfAnotherService() {
        String[] others = Stream.of(SERVICES)
                .map(name -> "io.tradewind." + name)
                .filter(name -> !name.equals(base))
                .map(name -> name + "..")
                .toArray(String[]::new);
        check(noClasses().should().dependOnClassesThat().resideInAnyPackage(others));
    }

    /** Quarkus drops an endpoint method that is not public, with no more than a warning in the build's log. */
    @Test
    final void endpointMethodsArePublic() {
        check(methods()
                .that()
                .areMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")
                .or()
                .areAnnotatedWith("org.jboss.resteasy.reactive.server.ServerExceptionMapper")
                .should()
                .bePublic());
    }

    @Test
    final void rulesArePlainJava() {
        check(noClasses()
                .that()
                .haveSimpleNameEndingWith("Rules")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta..", "io.quarkus..", "io.smallrye..", "io.vertx..", "org.hibernate..", "org.apache.."));
    }

    @Test
    final void namesSayTheRole() {
        check(noClasses().should().haveNameMatching(FORBIDDEN_NAMES));
    }

    @Test
    final void injectsThroughConstructors() {
        check(noFields().should().beAnnotatedWith("jakarta.inject.Inject"));
        check(noFields().should().beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty"));
    }

    @Test
    final void staticStateIsFinal() {
        check(fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .beFinal());
    }

    @Test
    final void neverWaitsWithoutALimit() {
        check(noClasses().should().callMethod("io.smallrye.mutiny.groups.UniAwait", "indefinitely"));
        check(noClasses().should().callMethod("java.lang.Thread", "sleep", "long"));
    }

    @Test
    final void everyPackageSaysWhatItOwns() {
        check(classes().should(resideInADescribedPackage()));
    }

    private void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(service);
    }

    private static ArchCondition<JavaClass> resideInADescribedPackage() {
        return new ArchCondition<>("reside in a package whose package-info.java is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean described = type.getPackage()
                        .tryGetPackageInfo()
                        .map(info -> info.isAnnotatedWith(NullMarked.class))
                        .orElse(false);
                if (!described) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is in a package without one"));
                }
            }
        };
    }
}
