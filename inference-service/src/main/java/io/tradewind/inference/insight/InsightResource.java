package io.tradewind.inference.insight;

import io.smallrye.mutiny.Uni;
import io.tradewind.inference.serving.Viewer;
import io.tradewind.kit.security.Caller;
import io.tradewind.kit.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Market insights by symbol. */
@Path("/api/ml")
@RolesAllowed({Roles.USER, Roles.ADMIN, Roles.SERVICE})
class InsightResource {

    private final InsightService insights;
    private final Caller caller;

    InsightResource(InsightService insights, Caller caller) {
        this.insights = insights;
        this.caller = caller;
    }

    @GET
    @Path("/insights/{symbol}")
    public Uni<InsightView> insights(
            @PathParam("symbol") String symbol, @QueryParam("timeframe") @Nullable String timeframe) {
        return insight(symbol, timeframe);
    }

    @GET
    @Path("/patterns/{symbol}")
    public Uni<InsightView.PatternsOnly> patterns(
            @PathParam("symbol") String symbol, @QueryParam("timeframe") @Nullable String timeframe) {
        return insight(symbol, timeframe).map(InsightView::patternsOnly);
    }

    @GET
    @Path("/price-prediction/{symbol}")
    public Uni<InsightView.PricesOnly> prices(
            @PathParam("symbol") String symbol, @QueryParam("timeframe") @Nullable String timeframe) {
        return insight(symbol, timeframe).map(InsightView::pricesOnly);
    }

    @GET
    @Path("/signals/{symbol}")
    public Uni<InsightView.SignalsOnly> signals(
            @PathParam("symbol") String symbol, @QueryParam("timeframe") @Nullable String timeframe) {
        return insight(symbol, timeframe).map(InsightView::signalsOnly);
    }

    private Uni<InsightView> insight(String symbol, @Nullable String timeframe) {
        return insights.insight(Viewer.of(caller), symbol, timeframe);
    }
}
