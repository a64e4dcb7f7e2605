package io.tradewind.training.registration;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.tradewind.contracts.model.ModelStatus;
import org.jspecify.annotations.Nullable;

/** A model as the registry shows it, as far as training needs it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RegistryModel(
        UUID id,
        String name,
        String owner,
        String architecture,
        @Nullable String task,
        List<String> symbols,
        @Nullable String timeframe,
        Map<String, Object> config,
        ModelStatus status) {

    @SuppressWarnings("DataFlowIssue") // Jackson leaves absent fields null, whatever the type says
    public RegistryModel {
        symbols = symbols == null ? List.of() : List.copyOf(symbols);
        config = config == null ? Map.of() : Map.copyOf(config);
    }
}
