package io.tradewind.learning.prediction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.tradewind.learning.bundle.BundleManifest;
import io.tradewind.learning.bundle.BundleMember;

/** The models of a bundle's members, which give their outputs side by side; thread-safe. */
public final class MemberModels implements AutoCloseable {

    /** Where a model's outputs go among those of all members. */
    private record Part(RawModel model, int at) {}

    private final List<Part> parts;
    private final int length;
    private final int values;

    private MemberModels(List<Part> parts, int length, int values) {
        this.parts = List.copyOf(parts);
        this.length = length;
        this.values = values;
    }

    /**
     * Loads the models of a manifest's members.
     *
     * @param models bytes by file name
     * @throws io.tradewind.learning.bundle.BundleRefusedException if one of them does not fit the manifest
     */
    public static MemberModels of(BundleManifest manifest, Map<String, byte[]> models) {
        int outputs = manifest.outputNames().size();
        int members = 0;
        List<Part> parts = new ArrayList<>();
        try {
            for (BundleMember member : manifest.members()) {
                RawModel model = PredictorFactory.raw(manifest.of(member), models.get(member.file()));
                int column = manifest.outputNames().indexOf(member.outputs().get(0));
                parts.add(new Part(model, member.member() * outputs + column));
                members = Math.max(members, member.member() + 1);
            }
        } catch (RuntimeException e) {
            parts.forEach(part -> part.model().close());
            throw e;
        }
        return new MemberModels(
                parts, manifest.window() * manifest.featureNames().size(), members * outputs);
    }

    /** Values in the result for one window. */
    public int values() {
        return values;
    }

    boolean acceptsMissing() {
        return parts.stream().allMatch(part -> part.model().acceptsMissing());
    }

    /** Raw outputs of shape (count, members, outputs) for windows of shape (count, window, features). */
    public double[] raw(double[] windows, int count) {
        double[] raw = new double[count * values];
        for (Part part : parts) {
            part.model().raw(windows, count, length, raw, part.at(), values);
        }
        return raw;
    }

    @Override
    public void close() {
        parts.forEach(part -> part.model().close());
    }
}
