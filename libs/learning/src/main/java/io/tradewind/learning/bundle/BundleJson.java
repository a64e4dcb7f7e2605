package io.tradewind.learning.bundle;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.tradewind.learning.bundle.BundleRefusedException.Reason;

/** JSON as it stands in bundles: the same value always gives the same bytes, so that digests are stable. */
public final class BundleJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            // Later formats may add fields; a reader of this one ignores them.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private BundleJson() {}

    /** The value as UTF-8 JSON. */
    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write %s as JSON".formatted(value.getClass()), e);
        }
    }

    /**
     * The value of that type.
     *
     * @param what names the document in the refusal
     * @throws BundleRefusedException if the bytes are not such a document
     */
    public static <T> T read(byte[] json, Class<T> type, String what) {
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw new BundleRefusedException(Reason.UNREADABLE, what + " is empty");
            }
            return value;
        } catch (IOException e) {
            throw new BundleRefusedException(
                    Reason.UNREADABLE, "%s cannot be read: %s".formatted(what, e.getMessage()), e);
        }
    }
}
