package io.tradewind.inference.prediction;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.smallrye.mutiny.unchecked.Unchecked;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import jakarta.inject.Singleton;

/** Reads request bodies itself, so that a large one is read off the event loop and NaN gets an answer of its own. */
@Singleton
class PredictionRequestReader {

    private final ObjectReader reader;

    PredictionRequestReader(ObjectMapper json) {
        this.reader = json.reader().with(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS);
    }

    PredictRequest read(byte[] body, BodyShape shape) {
        return switch (shape) {
            case CANONICAL -> read(body, PredictRequest.class);
            case LEGACY -> read(body, LegacyRequest.class).toRequest();
        };
    }

    private <T> T read(byte[] body, Class<T> type) {
        T request = Unchecked.supplier(() -> parse(body, type)).get();
        if (request == null) {
            throw new ServiceException(ErrorCode.MALFORMED_REQUEST, "the body must be a JSON object, was null");
        }
        return request;
    }

    private <T> T parse(byte[] body, Class<T> type) throws JsonProcessingException {
        try {
            return reader.forType(type).readValue(body);
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
