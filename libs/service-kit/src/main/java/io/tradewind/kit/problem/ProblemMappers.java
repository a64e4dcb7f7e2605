package io.tradewind.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.tradewind.kit.trace.TraceContext;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Renders every failure as {@code application/problem+json}.
 *
 * <p>Quarkus picks the mapper whose type is closest to the failure, and has mappers of its own for the types listed one by
 * one here; without these lines its answers, in another shape, would win.
 */
@Singleton
class ProblemMappers {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final ObjectMapper json;

    ProblemMappers(ObjectMapper json) {
        this.json = json;
    }

    @ServerExceptionMapper(priority = Priorities.USER - 1000)
    public Response anything(Throwable failure, UriInfo uri) {
        return render(failure, uri);
    }

    @ServerExceptionMapper(priority = Priorities.USER - 1000)
    public Response web(WebApplicationException failure, UriInfo uri) {
        // A resource that built its own answer knows best.
        return failure.getResponse().hasEntity() ? failure.getResponse() : render(failure, uri);
    }

    @ServerExceptionMapper(priority = Priorities.USER - 1000)
    public Response invalid(ConstraintViolationException failure, UriInfo uri) {
        return render(failure, uri);
    }

    @ServerExceptionMapper(priority = Priorities.USER - 1000)
    public Response unreadable(MismatchedInputException failure, UriInfo uri) {
        return render(failure, uri);
    }

    @ServerExceptionMapper(priority = Priorities.AUTHENTICATION - 1)
    public Response unauthorized(UnauthorizedException failure, UriInfo uri) {
        return render(failure, uri);
    }

    @ServerExceptionMapper(priority = Priorities.AUTHENTICATION - 1)
    public Response authenticationFailed(AuthenticationFailedException failure, UriInfo uri) {
        return render(failure, uri);
    }

    @ServerExceptionMapper(priority = Priorities.AUTHENTICATION - 1)
    public Response forbidden(ForbiddenException failure, UriInfo uri) {
        return render(failure, uri);
    }

    private Response render(Throwable failure, UriInfo uri) {
        Problem problem = Problems.of(failure);
        log(problem, failure);
        Response.ResponseBuilder answer = Response.status(problem.status()).type(MEDIA_TYPE);
        if (problem.code() == ErrorCode.UNAUTHENTICATED) {
            answer.header("WWW-Authenticate", "Bearer");
        }
        if (problem.code().retryable()) {
            answer.header("Retry-After", problem.retryAfterSeconds());
        }
        return answer.entity(write(problem, uri.getRequestUri().getRawPath())).build();
    }

    private String write(Problem problem, String instance) {
        try {
            return json.writeValueAsString(problem.document(instance, TraceContext.requestId()));
        } catch (JsonProcessingException cause) {
            throw new IllegalStateException("an extension member of a problem cannot be written as JSON", cause);
        }
    }

    private static void log(Problem problem, Throwable failure) {
        if (problem.status() == ErrorCode.INTERNAL.status()) {
            LOG.errorf(failure, "request failed: %s", problem.code().slug());
        } else if (problem.status() > ErrorCode.INTERNAL.status()) {
            LOG.warnf("request failed: %s: %s (%s)", problem.code().slug(), problem.detail(), failure.toString());
        } else {
            LOG.debugf("request refused: %s: %s", problem.code().slug(), problem.detail());
        }
    }
}
