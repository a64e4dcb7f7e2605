package io.tradewind.inference.symbol;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.tradewind.inference.live.LiveMarket;
import io.tradewind.inference.live.SeriesSummary;
import io.tradewind.inference.serving.Viewer;
import io.tradewind.kit.paging.Cursor;
import io.tradewind.kit.paging.Limit;
import io.tradewind.kit.paging.Page;
import io.tradewind.kit.security.Caller;
import io.tradewind.kit.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Followed markets and predictions for them. */
@Path("/api/v1/symbols")
@RolesAllowed({Roles.USER, Roles.ADMIN, Roles.SERVICE})
class SymbolResource {

    private static final Comparator<SymbolView> ORDER =
            Comparator.comparing(SymbolView::symbol).thenComparing(SymbolView::timeframe);

    private final SymbolService symbols;
    private final LiveMarket market;
    private final Caller caller;

    SymbolResource(SymbolService symbols, LiveMarket market, Caller caller) {
        this.symbols = symbols;
        this.market = market;
        this.caller = caller;
    }

    @GET
    @NonBlocking
    public Page<SymbolView> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        Viewer viewer = Viewer.of(caller);
        Limit size = Limit.of(limit);
        List<SeriesSummary> behind = market.series().stream()
                .filter(series ->
                        Cursor.parse(cursor).map(at -> isBehind(series, at)).orElse(true))
                .limit(size.fetch())
                .toList();
        List<SymbolView> views = behind.stream()
                .map(series -> view(viewer, series))
                .sorted(ORDER)
                .toList();
        return Page.of(views, size, view -> Cursor.of(view.symbol(), view.timeframe()));
    }

    private static boolean isBehind(SeriesSummary series, Cursor cursor) {
        int bySymbol = series.symbol().compareTo(cursor.part(0));
        return bySymbol > 0 || bySymbol == 0 && series.timeframe().compareTo(cursor.part(1)) > 0;
    }

    private SymbolView view(Viewer viewer, SeriesSummary series) {
        List<UUID> models = symbols.fitting(viewer, series).stream()
                .map(candidate -> candidate.state().modelId())
                .sorted()
                .toList();
        return SymbolView.of(series, models);
    }

    @POST
    @Path("/{symbol}/predict")
    public Uni<SymbolPredictView> predict(
            @PathParam("symbol") String symbol,
            @QueryParam("timeframe") @Nullable String timeframe,
            @Nullable SymbolPredictRequest request) {
        SymbolPredictRequest asked = request == null ? new SymbolPredictRequest(null, null) : request;
        return symbols.predict(new SymbolService.Asked(Viewer.of(caller), symbols.series(symbol, timeframe), asked));
    }
}
