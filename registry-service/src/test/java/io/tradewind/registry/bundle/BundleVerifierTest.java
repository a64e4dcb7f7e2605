package io.tradewind.registry.bundle;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradewind.learning.task.Task;
import io.tradewind.registry.TestBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class BundleVerifierTest {
    private final BundleVerifier verifier = new BundleVerifier(new ObjectMapper());

    @TempDir
    Path folder;

    @Test
    void acceptsABundleThatIsWhatItSays() {
        Map<String, byte[]> files = TestBundle.good().files();

        Verification.Passed passed = (Verification.Passed) verify(files, TestBundle.digest(files));

        assertThat(passed.bundle().digest()).isEqualTo(TestBundle.digest(files));
        assertThat(passed.bundle().sizeBytes())
                .isEqualTo(
                        files.values().stream().mapToLong(bytes -> bytes.length).sum());
        assertThat(passed.bundle().manifest()).containsEntry("architecture", "XGBOOST");
        assertThat(passed.bundle().evaluation()).containsEntry("rows", 200);
    }

    @Test
    void refusesWithoutAManifest() {
        Map<String, byte[]> files = TestBundle.good().files();
        String digest = TestBundle.digest(files);
        files.remove("manifest.json");

        assertThat(refusal(files, digest)).isEqualTo("manifest.json was not uploaded");
    }

    @Test
    void refusesAnotherManifestThanTheOneAnnounced() {
        assertThat(refusal(TestBundle.good().files(), "0".repeat(64))).contains("0".repeat(64));
    }

    @Test
    void refusesAMissingFile() {
        Map<String, byte[]> files = TestBundle.good().files();
        files.remove("reference.json");

        assertThat(refusal(files, TestBundle.digest(files))).isEqualTo("reference.json is missing");
    }

    @Test
    void refusesAFileWithOtherBytes() {
        Map<String, byte[]> files = TestBundle.good().files();
        files.put("model.json", "y".repeat(2000).getBytes(StandardCharsets.US_ASCII));

        assertThat(refusal(files, TestBundle.digest(files))).contains("model.json must have sha256");
    }

    @Test
    void refusesAFileTheManifestDoesNotKnow() {
        Map<String, byte[]> files = TestBundle.good().files();
        files.put("extra.sh", new byte[] {1});

        assertThat(refusal(files, TestBundle.digest(files))).isEqualTo("extra.sh is not listed in manifest.json");
    }

    @Test
    void refusesFeaturesTheCatalogueDoesNotHave() {
        assertThat(refusal(TestBundle.good().unknownFeature("moonPhase"))).contains("moonPhase");
    }

    @Test
    void takesFeaturesThatOnlyTheModelsOwnerComputes() {
        Map<String, byte[]> files =
                TestBundle.good().unknownFeature("moonPhase").foreign().files();

        assertThat(verify(files, TestBundle.digest(files))).isInstanceOf(Verification.Passed.class);
        assertThat(refusal(
                        TestBundle.good().unknownFeature("moonPhase").foreign().wrongSchemaHash()))
                .contains("featureSchemaHash must be");
    }

    @Test
    void refusesFeaturesOfAnotherDefinition() {
        assertThat(refusal(TestBundle.good().wrongSchemaHash())).contains("featureSchemaHash must be");
    }

    @Test
    void refusesAnotherArchitectureOrTaskThanTheModels() {
        assertThat(refusal(TestBundle.good().architecture("LSTM")))
                .isEqualTo("the bundle's architecture is LSTM, the model's is XGBOOST");
        assertThat(refusal(TestBundle.good().task(Task.RETURN)))
                .isEqualTo("the bundle's task is RETURN, the model's is DIRECTION");
    }

    @Test
    void saysWhereBrokenJsonIsBrokenAndNamesNoClass() {
        Map<String, byte[]> files = TestBundle.good().files();
        files.put("manifest.json", "{\n \"task\": \"DANCE\"}".getBytes(StandardCharsets.US_ASCII));

        assertThat(refusal(files, TestBundle.digest(files)))
                .contains("line 2")
                .doesNotContain("io.tradewind")
                .doesNotContain("java.");
    }

    private String refusal(TestBundle bundle) {
        Map<String, byte[]> files = bundle.files();
        return refusal(files, TestBundle.digest(files));
    }

    private String refusal(Map<String, byte[]> files, String digest) {
        return ((Verification.Refused) verify(files, digest)).reason();
    }

    private Verification verify(Map<String, byte[]> files, String digest) {
        TestBundle.write(files, folder);
        return verifier.verify(folder, new BundleExpectation(digest, "XGBOOST", "DIRECTION"));
    }
}
