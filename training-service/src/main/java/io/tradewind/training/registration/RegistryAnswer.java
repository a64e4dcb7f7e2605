package io.tradewind.training.registration;

import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** What came of one call to the registry. */
sealed interface RegistryAnswer<T> {

    record Given<T>(T value) implements RegistryAnswer<T> {}

    /** It understood and said no. */
    record Denied<T>(int status, String reason) implements RegistryAnswer<T> {}

    /** It may well answer the next time. */
    record Away<T>(String reason) implements RegistryAnswer<T> {}

    /** 4xx that another try may not meet. */
    Set<Integer> PASSING = Set.of(401, 408, 425, 429);

    /** A token that was just rotated, a full queue and a slow answer pass; other 4xx do not. */
    static <T> RegistryAnswer<T> failed(Throwable failure, ObjectMapper json) {
        if (failure instanceof WebApplicationException answered) {
            Response response = answered.getResponse();
            int status = response.getStatus();
            String reason = detail(response, json);
            boolean passing = status >= 500 || PASSING.contains(status);
            return !passing
                    ? new Denied<>(status, reason)
                    : new Away<>("the registry answered " + status + ": " + reason);
        }
        return new Away<>("the registry cannot be reached: " + said(failure));
    }

    private static String detail(Response response, ObjectMapper json) {
        try {
            JsonNode problem = json.readTree(response.readEntity(String.class));
            @Nullable JsonNode detail = problem == null ? null : problem.get("detail");
            return detail == null ? "status " + response.getStatus() : detail.asText();
        } catch (RuntimeException | JsonProcessingException unreadable) {
            return "status " + response.getStatus();
        }
    }

    private static String said(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
