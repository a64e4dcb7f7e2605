package io.tradewind.kit.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.pgclient.PgException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import org.jspecify.annotations.Nullable;

/** Which problem each failure is. Whatever is not listed is INTERNAL and says nothing about its insides. */
final class Problems {

    private static final int MAX_CAUSES = 10;
    private static final String UNIQUE_VIOLATION = "23505";

    private Problems() {}

    static Problem of(Throwable failure) {
        Throwable current = failure;
        for (int depth = 0; current != null && depth < MAX_CAUSES; depth++) {
            Problem problem = known(current);
            if (problem != null) {
                return problem;
            }
            current = current.getCause();
        }
        return Problem.of(ErrorCode.INTERNAL, "something went wrong on our side; quote the requestId");
    }

    private static @Nullable Problem known(Throwable failure) {
        return switch (failure) {
            case ServiceException known -> Problem.of(known.code(), detail(known), known.members());
            case ConstraintViolationException invalid -> violations(invalid);
            case JsonProcessingException unreadable -> unreadable(unreadable);
            case UnauthorizedException ignored -> unauthenticated();
            case AuthenticationFailedException ignored -> unauthenticated();
            case ForbiddenException ignored ->
                Problem.of(ErrorCode.FORBIDDEN, "the roles of this token do not allow this");
            case RejectedExecutionException ignored ->
                Problem.of(ErrorCode.OVERLOADED, "queues are full; try again in a moment");
            case TimeoutException ignored -> Problem.of(ErrorCode.TIMEOUT, "it took longer than its deadline");
            case io.smallrye.mutiny.TimeoutException ignored ->
                Problem.of(ErrorCode.TIMEOUT, "it took longer than its deadline");
            case PgException database -> database(database);
            case java.io.IOException ignored when isConnection(failure) -> unreachable();
            case io.vertx.core.VertxException closed
            when "Connection closed".equals(closed.getMessage()) -> unreachable();
            case WebApplicationException web -> web(web);
            default -> null;
        };
    }

    private static boolean isConnection(Throwable failure) {
        return failure instanceof java.net.ConnectException || failure instanceof java.net.SocketException;
    }

    private static Problem unreachable() {
        return Problem.of(ErrorCode.UNAVAILABLE, "something this needs cannot be reached just now");
    }

    private static Problem unauthenticated() {
        return Problem.of(ErrorCode.UNAUTHENTICATED, "a valid bearer token is required");
    }

    private static String detail(ServiceException known) {
        return known.getMessage() == null ? known.code().meaning() : known.getMessage();
    }

    /** A unique index refused the second of two writers: theirs is a conflict, everything else is our mistake. */
    private static Problem database(PgException database) {
        String state = database.getSqlState();
        if (UNIQUE_VIOLATION.equals(state)) {
            return Problem.of(ErrorCode.CONFLICT, "something with this identity exists already");
        }
        boolean away = state != null && (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53"));
        return away
                ? unreachable()
                : Problem.of(ErrorCode.INTERNAL, "something went wrong on our side; quote the requestId");
    }

    private static Problem violations(ConstraintViolationException invalid) {
        List<Map<String, Object>> errors = new ArrayList<>();
        for (ConstraintViolation<?> violation : invalid.getConstraintViolations()) {
            errors.add(Map.of("field", field(violation.getPropertyPath()), "message", violation.getMessage()));
        }
        String detail = errors.isEmpty()
                ? "the request breaks its limits"
                : errors.get(0).get("field") + " " + errors.get(0).get("message");
        return Problem.of(ErrorCode.VALIDATION_FAILED, detail, Map.of("errors", errors));
    }

    /** Path without the method and its parameter's name, which mean nothing to a caller: {@code create.request.name}. */
    private static String field(Path path) {
        List<String> names = new ArrayList<>();
        for (Path.Node node : path) {
            boolean method = node.getKind() == jakarta.validation.ElementKind.METHOD;
            if (!method && node.getName() != null) {
                names.add(node.getName());
            }
        }
        return String.join(".", names.size() > 1 ? names.subList(1, names.size()) : names);
    }

    private static Problem unreadable(JsonProcessingException unreadable) {
        String where = unreadable instanceof JsonMappingException mapping ? fieldOf(mapping) : "";
        Throwable cause = unreadable.getCause();
        if (unreadable instanceof ValueInstantiationException && cause instanceof ServiceException known) {
            return Problem.of(known.code(), detail(known), known.members());
        }
        if (unreadable instanceof ValueInstantiationException
                && cause instanceof IllegalArgumentException
                && cause.getMessage() != null) {
            return Problem.of(ErrorCode.VALIDATION_FAILED, cause.getMessage());
        }
        if (unreadable instanceof InvalidFormatException invalid) {
            String expected = expected(invalid.getTargetType());
            return Problem.of(ErrorCode.MALFORMED_REQUEST, where + ": '" + invalid.getValue() + "' is not " + expected);
        }
        if (unreadable instanceof UnrecognizedPropertyException) {
            return Problem.of(ErrorCode.MALFORMED_REQUEST, where + " is not a field of this request");
        }
        if (unreadable instanceof JsonMappingException && !where.isEmpty()) {
            return Problem.of(ErrorCode.MALFORMED_REQUEST, where + " has a value of the wrong kind");
        }
        var at = unreadable.getLocation();
        String position = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        return Problem.of(ErrorCode.MALFORMED_REQUEST, "the body is not the JSON this path reads" + position);
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + List.of(type.getEnumConstants());
        }
        return "a valid " + type.getSimpleName();
    }

    private static String fieldOf(JsonMappingException mapping) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : mapping.getPath()) {
            if (reference.getFieldName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            } else {
                path.append('[').append(reference.getIndex()).append(']');
            }
        }
        return path.toString();
    }

    private static @Nullable Problem web(WebApplicationException web) {
        if (web.getCause() instanceof JsonProcessingException unreadable) {
            return unreadable(unreadable);
        }
        if (web.getCause() instanceof CompletionException || web.getCause() instanceof ServiceException) {
            return null;
        }
        int status = web.getResponse().getStatus();
        ErrorCode code = ErrorCode.ofStatus(status);
        // A path or query parameter that cannot be read is a NotFoundException with a cause; no resource has none.
        boolean parameter = web instanceof NotFoundException && web.getCause() instanceof IllegalArgumentException;
        String detail = parameter ? "a parameter in the path or query has the wrong form" : code.meaning();
        return new Problem(code, status < 400 ? code.status() : status, detail, Map.of());
    }
}
