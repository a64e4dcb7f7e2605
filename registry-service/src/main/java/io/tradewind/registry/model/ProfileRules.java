package io.tradewind.registry.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.learning.architecture.ArchitectureCatalogue;
import io.tradewind.learning.architecture.ArchitectureDefinition;
import io.tradewind.learning.task.Task;
import io.tradewind.market.candle.Timeframe;
import org.jspecify.annotations.Nullable;

/** Turns what clients write of a model into a profile the rest of the fleet understands, or says what is wrong. */
final class ProfileRules {

    private ProfileRules() {}

    static ModelProfile profile(CreateModelRequest request, String owner) {
        String architecture = architecture(request.architecture());
        Map<String, Object> config = Objects.requireNonNullElse(request.config(), Map.of());
        checkConfig(architecture, config);
        return new ModelProfile(
                request.name().strip(),
                owner,
                architecture,
                task(request.task(), architecture, config),
                distinct(request.symbols()),
                timeframe(request.timeframe()),
                Objects.requireNonNullElse(request.description(), ""),
                config,
                distinct(request.tags()));
    }

    static ModelProfile patched(ModelProfile profile, PatchModelRequest patch) {
        if (patch.config() != null) {
            checkConfig(profile.architecture(), patch.config());
        }
        return new ModelProfile(
                patch.name() == null ? profile.name() : name(patch.name()),
                profile.owner(),
                profile.architecture(),
                profile.task(),
                patch.symbols() == null ? profile.symbols() : distinct(patch.symbols()),
                patch.timeframe() == null ? profile.timeframe() : timeframe(patch.timeframe()),
                Objects.requireNonNullElse(patch.description(), profile.description()),
                Objects.requireNonNullElse(patch.config(), profile.config()),
                patch.tags() == null ? profile.tags() : distinct(patch.tags()));
    }

    private static String name(String name) {
        if (name.isBlank()) {
            throw invalid("name must not be blank");
        }
        return name.strip();
    }

    /** One that is trained here, or the one that others' ONNX files have. */
    private static String architecture(String wanted) {
        if (ArchitectureCatalogue.FOREIGN.equalsIgnoreCase(wanted.strip())) {
            return ArchitectureCatalogue.FOREIGN;
        }
        return ArchitectureCatalogue.all().stream()
                .map(ArchitectureDefinition::name)
                .filter(name -> name.equalsIgnoreCase(wanted.strip()))
                .findFirst()
                .orElseThrow(() -> invalid("architecture must be one of "
                        + ArchitectureCatalogue.all().stream()
                                .map(ArchitectureDefinition::name)
                                .collect(Collectors.joining(", "))
                        + ", or " + ArchitectureCatalogue.FOREIGN + " for an uploaded model, was '" + wanted + "'"));
    }

    private static void checkConfig(String architecture, Map<String, Object> config) {
        if (ArchitectureCatalogue.FOREIGN.equals(architecture)) {
            if (!config.isEmpty()) {
                throw invalid(
                        "config: a model that is not trained here has no hyper-parameters, had " + config.keySet());
            }
            return;
        }
        try {
            ArchitectureCatalogue.get(architecture).validate(config);
        } catch (IllegalArgumentException wrong) {
            throw new ServiceException(ErrorCode.VALIDATION_FAILED, "config: " + wrong.getMessage(), wrong);
        }
    }

    private static String task(@Nullable String wanted, String architecture, Map<String, Object> config) {
        // A model that others trained may do whatever its outputs say.
        List<Task> tasks = ArchitectureCatalogue.find(architecture)
                .map(ArchitectureDefinition::tasks)
                .orElse(List.of(Task.values()));
        if (wanted == null || wanted.isBlank()) {
            return usual(tasks, config).name();
        }
        String name = wanted.strip().toUpperCase(Locale.ROOT);
        return tasks.stream()
                .map(Task::name)
                .filter(name::equals)
                .findFirst()
                .orElseThrow(() ->
                        invalid("task of " + architecture + " must be one of " + tasks + ", was '" + wanted + "'"));
    }

    private static Task usual(List<Task> tasks, Map<String, Object> config) {
        if (ArchitectureDefinition.PRICE_PREDICTOR.equals(config.get(ArchitectureDefinition.PRESET))) {
            return Task.RETURN;
        }
        return tasks.contains(Task.DIRECTION) ? Task.DIRECTION : tasks.getFirst();
    }

    private static @Nullable String timeframe(@Nullable String wanted) {
        if (wanted == null || wanted.isBlank()) {
            return null;
        }
        try {
            return Timeframe.parse(wanted.strip()).label();
        } catch (IllegalArgumentException unknown) {
            throw new ServiceException(ErrorCode.VALIDATION_FAILED, "timeframe: " + unknown.getMessage(), unknown);
        }
    }

    private static List<String> distinct(@Nullable List<String> values) {
        return values == null
                ? List.of()
                : List.copyOf(
                        new LinkedHashSet<>(values.stream().map(String::strip).toList()));
    }

    private static ServiceException invalid(String message) {
        return new ServiceException(ErrorCode.VALIDATION_FAILED, message);
    }
}
