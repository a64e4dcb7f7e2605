package io.tradewind.registry.bundle;

import java.util.List;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.model.VersionStatus;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.registry.model.Model;
import io.tradewind.registry.model.ModelAccess;
import io.tradewind.registry.storage.BundleKey;
import io.tradewind.registry.storage.BundleStore;
import io.tradewind.registry.version.ModelVersion;
import io.tradewind.registry.version.VersionService;
import jakarta.enterprise.context.ApplicationScoped;

/** Checks bundles where they lie: what was verified once may have rotted since. */
@ApplicationScoped
public class BundleAudit {
    private final ModelAccess access;
    private final VersionService versions;
    private final BundleStore store;
    private final BundleVerifier verifier;

    BundleAudit(ModelAccess access, VersionService versions, BundleStore store, BundleVerifier verifier) {
        this.access = access;
        this.versions = versions;
        this.store = store;
        this.verifier = verifier;
    }

    /** What is wrong with a READY version's bundle by now; empty when every byte is as it was. */
    public Uni<List<String>> faults(UUID modelId, int number) {
        return access.get(modelId)
                .chain(model -> versions.get(modelId, number).chain(version -> faults(model, version)));
    }

    private Uni<List<String>> faults(Model model, ModelVersion version) {
        String digest = version.bundleDigest();
        if (version.status() != VersionStatus.READY || digest == null) {
            throw new ServiceException(
                    ErrorCode.CONFLICT, "version " + version.number() + " is " + version.status() + ", not READY");
        }
        BundleExpectation expected = new BundleExpectation(
                digest, model.profile().architecture(), model.profile().task());
        return store.inspectPublished(
                        new BundleKey(model.id(), version.number()), folder -> verifier.verify(folder, expected))
                .map(verification -> switch (verification) {
                    case Verification.Passed passed -> List.of();
                    case Verification.Refused refused -> List.of(refused.reason());
                });
    }
}
