package io.tradewind.learning.bundle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import io.tradewind.learning.architecture.ArchitectureCatalogue;
import io.tradewind.learning.architecture.Family;
import io.tradewind.learning.ensemble.Aggregation;

import static io.tradewind.learning.bundle.BundleRules.require;

/** What the members of a manifest must satisfy: together they give each output once per member, and the rule fits them. */
final class MemberRules {

    private MemberRules() {}

    static void verify(BundleManifest manifest) {
        List<BundleMember> members = manifest.members();
        Aggregation aggregation = manifest.aggregation();
        boolean ensemble = ArchitectureCatalogue.find(manifest.architecture())
                .filter(architecture -> architecture.family() == Family.ENSEMBLE)
                .isPresent();
        require(!ensemble || !members.isEmpty(), "members of %s must not be empty".formatted(manifest.architecture()));
        require(
                members.isEmpty() == (aggregation == null),
                "aggregation must be given with members and only with them");
        if (aggregation == null) {
            return;
        }
        require(
                new HashSet<>(manifest.modelFiles()).size() == members.size(),
                "members must have a file each, were " + manifest.modelFiles());
        require(
                members.get(0).file().equals(manifest.modelFile()),
                "modelFile must be the first member's %s, was %s"
                        .formatted(members.get(0).file(), manifest.modelFile()));
        members.forEach(member -> verify(manifest, member));
        outputs(manifest, aggregation);
    }

    private static void verify(BundleManifest manifest, BundleMember member) {
        require(
                ArchitectureCatalogue.find(member.architecture())
                        .filter(architecture -> architecture.family() != Family.ENSEMBLE)
                        .isPresent(),
                "architecture of %s must be a single model's, was %s".formatted(member.file(), member.architecture()));
        require(
                member.window() >= 1 && member.window() <= manifest.window(),
                "window of %s must be between 1 and %d, was %d"
                        .formatted(member.file(), manifest.window(), member.window()));
    }

    /** Files of a member stand together, and their outputs one after the other are the bundle's. */
    private static void outputs(BundleManifest manifest, Aggregation aggregation) {
        int weights = aggregation.weights().size();
        List<BundleMember> members = manifest.members();
        int next = 0;
        for (int member = 0; member < weights; member++) {
            List<String> outputs = new ArrayList<>();
            while (next < members.size() && members.get(next).member() == member) {
                outputs.addAll(members.get(next).outputs());
                next++;
            }
            require(
                    outputs.equals(manifest.outputNames()),
                    "member %d must give %s, gives %s".formatted(member, manifest.outputNames(), outputs));
        }
        require(next == members.size(), "members must be numbered from 0 to %d".formatted(weights - 1));
        require(
                aggregation.coefficients().isEmpty()
                        || aggregation.coefficients().size()
                                == manifest.outputNames().size(),
                "coefficients must be there for each of %s".formatted(manifest.outputNames()));
    }
}
