package io.tradewind.learning;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** Who serves models leaves the training libraries off its class path; who only stores them leaves ONNX Runtime off too. */
@AnalyzeClasses(packages = "io.tradewind.learning", importOptions = DoNotIncludeTests.class)
class LearningArchitectureTest {

    private static final String[] PLAIN = {
        "..architecture..",
        "..task..",
        "..bundle..",
        "..calibration..",
        "..ensemble..",
        "..evaluation..",
        "..reference..",
        "..importance..",
        "..split..",
        "..tree.."
    };

    private static final String[] TRAINING_LIBRARIES = {
        "ai.djl..", "ai.onnx.proto..", "ml.dmlc..", "io.github.metarank..", "com.microsoft.ml.."
    };

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CYCLES =
            slices().matching("io.tradewind.learning.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule PREDICTING_NEEDS_NO_TRAINING_LIBRARY = noClasses()
            .that()
            .resideInAnyPackage("..prediction..", "..onnx..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(TRAINING_LIBRARIES)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("..network..", "..boosting..", "..training..", "..fit..", "..dataset..");

    @ArchTest
    static final ArchRule STORING_NEEDS_NO_NATIVE_LIBRARY = noClasses()
            .that()
            .resideInAnyPackage(PLAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(TRAINING_LIBRARIES)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "ai.onnxruntime..",
                    "..prediction..",
                    "..onnx..",
                    "..network..",
                    "..boosting..",
                    "..training..",
                    "..fit..",
                    "..dataset..");
}
