package io.tradewind.registry.mlmodel;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.tradewind.registry.model.Model;
import io.tradewind.registry.version.ModelVersion;
import org.jspecify.annotations.Nullable;

/**
 * A model as the older API shows it: with its newest verified version, if it has one.
 *
 * @param version number of that version; null before the first
 * @param checksum lower-case hex SHA-256 of that version's manifest
 * @param size bytes of that version's files
 * @param format of the file with the weights: {@code onnx}, {@code json} or {@code binary}
 * @param metrics numbers of that version's evaluation
 * @param isActive whether a version of the model serves
 */
record ModelMetadata(
        UUID id,
        String name,
        @Nullable String version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable String checksum,
        long size,
        @Nullable String format,
        Map<String, Object> metrics,
        Map<String, Object> config,
        List<String> tags,
        boolean isActive) {

    static ModelMetadata of(Model model, @Nullable ModelVersion version) {
        return new ModelMetadata(
                model.id(),
                model.profile().name(),
                version == null ? null : Integer.toString(version.number()),
                model.createdAt(),
                model.updatedAt(),
                version == null ? null : version.bundleDigest(),
                version == null ? 0 : version.sizeBytes(),
                version == null ? null : format(version.manifest()),
                version == null ? Map.of() : metrics(version.evaluation()),
                model.profile().config(),
                model.profile().tags(),
                model.deployment().activeVersion() != null);
    }

    private static @Nullable String format(@Nullable Map<String, Object> manifest) {
        if (manifest == null || !(manifest.get("modelFile") instanceof String file)) {
            return null;
        }
        String extension = file.substring(file.lastIndexOf('.') + 1);
        return switch (extension) {
            case "onnx", "json" -> extension;
            default -> "binary";
        };
    }

    private static Map<String, Object> metrics(@Nullable Map<String, Object> evaluation) {
        Map<String, Object> numbers = new LinkedHashMap<>();
        if (evaluation != null) {
            evaluation.forEach((name, value) -> {
                if (value instanceof Number) {
                    numbers.put(name, value);
                }
            });
        }
        return numbers;
    }
}
