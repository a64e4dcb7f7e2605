package io.tradewind.experiment.definition;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradewind.contracts.experiment.ExperimentChanged.Variant;

/** Variants as the text they are stored as. */
final class VariantsJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Variant>> VARIANTS = new TypeReference<>() {};

    private VariantsJson() {}

    static String write(List<Variant> variants) {
        try {
            return JSON.writeValueAsString(variants);
        } catch (JsonProcessingException cause) {
            throw new IllegalArgumentException("variants cannot be written as JSON", cause);
        }
    }

    static List<Variant> read(String json) {
        try {
            return JSON.readValue(json, VARIANTS);
        } catch (JsonProcessingException cause) {
            throw new IllegalStateException("stored variants cannot be read", cause);
        }
    }
}
