package io.tradewind.kit.app;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import io.smallrye.mutiny.Uni;
import io.tradewind.kit.idempotency.IdempotencyKeys;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.kit.security.Caller;
import io.tradewind.kit.security.Roles;
import io.tradewind.kit.trace.TraceContext;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Endpoints that go wrong in every way there is. */
@Path("/kit")
@RolesAllowed({Roles.USER, Roles.ADMIN, Roles.SERVICE})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class KitResource {

    /** Times an order was placed. */
    public static final AtomicInteger ORDERS = new AtomicInteger();

    /** What is ordered. */
    public record Order(@NotBlank String item, @Max(10) int amount, Kind kind) {}

    /** Something with few values. */
    public enum Kind {
        SPOT,
        FUTURE
    }

    private final Caller caller;
    private final IdempotencyKeys keys;
    private final Pool pool;

    KitResource(Caller caller, IdempotencyKeys keys, Pool pool) {
        this.caller = caller;
        this.keys = keys;
        this.pool = pool;
    }

    @GET
    @Path("/who")
    public Uni<Map<String, Object>> who() {
        return Uni.createFrom()
                .item(() ->
                        Map.of("user", caller.userId(), "admin", caller.admin(), "trace", TraceContext.traceparent()));
    }

    @GET
    @Path("/owned/{owner}")
    public Uni<String> owned(@PathParam("owner") String owner) {
        caller.requireAccess(owner, "thing of that id");
        return Uni.createFrom().item("\"yours\"");
    }

    @GET
    @Path("/admins")
    @RolesAllowed(Roles.ADMIN)
    public Uni<String> admins() {
        return Uni.createFrom().item("\"admin\"");
    }

    @GET
    @Path("/number/{id}")
    public Uni<String> byId(@PathParam("id") UUID id, @QueryParam("limit") Integer limit) {
        return Uni.createFrom().item("\"" + id + limit + "\"");
    }

    @POST
    @Path("/orders")
    public Uni<Response> order(@HeaderParam("Idempotency-Key") String key, @Valid Order order) {
        return keys.once(key, "POST /kit/orders", order, () -> place(order));
    }

    private Uni<Response> place(Order order) {
        int number = ORDERS.incrementAndGet();
        Response answer = Response.created(URI.create("/kit/orders/" + number))
                .entity(Map.of("number", number, "item", order.item()))
                .build();
        if (order.item().equals("fails")) {
            return Uni.createFrom().failure(new ServiceException(ErrorCode.UNPROCESSABLE, "no such item"));
        }
        return Uni.createFrom().item(answer).onItem().delayIt().by(Duration.ofMillis(100));
    }

    @GET
    @Path("/fail/{how}")
    public Uni<String> fail(@PathParam("how") String how) {
        return switch (how) {
            case "gates" ->
                Uni.createFrom()
                        .failure(new ServiceException(ErrorCode.GATES_FAILED, "2 gates failed").with("failed", 2));
            case "overloaded" -> Uni.createFrom().failure(new java.util.concurrent.RejectedExecutionException("full"));
            case "timeout" ->
                Uni.createFrom()
                        .<String>nothing()
                        .ifNoItem()
                        .after(Duration.ofMillis(10))
                        .fail();
            case "sql" -> pool.query("select * from no_such_table").execute().map(rows -> "");
            case "unique" ->
                pool.query("insert into account values ('00000000-0000-0000-0000-000000000001', 1),"
                                + " ('00000000-0000-0000-0000-000000000001', 2)")
                        .execute()
                        .map(rows -> "");
            default -> throw new IllegalStateException("secret of the insides");
        };
    }
}
