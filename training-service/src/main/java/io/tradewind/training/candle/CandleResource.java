package io.tradewind.training.candle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.smallrye.mutiny.Uni;
import io.tradewind.kit.paging.Cursor;
import io.tradewind.kit.paging.Limit;
import io.tradewind.kit.paging.Page;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.kit.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What candles there are; market data belongs to nobody, so every caller sees all of it. */
@Path("/api/v1")
@RolesAllowed({Roles.USER, Roles.ADMIN, Roles.SERVICE})
class CandleResource {

    private static final int DEFAULT_CANDLES = 500;
    private static final int MOST_CANDLES = 5_000;

    private final Candles candles;

    CandleResource(Candles candles) {
        this.candles = candles;
    }

    @GET
    @Path("/candles")
    public Uni<Page<CandleView>> candles(
            @QueryParam("symbol") @Nullable String symbol,
            @QueryParam("timeframe") @Nullable String timeframe,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        SeriesKey key = SeriesKey.of(symbol, timeframe);
        TimeRange range = cursor == null ? TimeRange.of(from, to) : TimeRange.of(after(cursor), to);
        int most = candleLimit(limit);
        return candles.find(key, range, most + 1).map(found -> page(found, most));
    }

    @GET
    @Path("/candle-series")
    public Uni<Page<SeriesView>> series(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        Limit most = Limit.of(limit);
        Optional<Cursor> after = Cursor.parse(cursor);
        String symbol = after.map(last -> last.part(0)).orElse("");
        String timeframe = after.map(last -> last.part(1)).orElse("");
        return candles.series(symbol, timeframe, most.fetch())
                .map(found -> Page.of(found, most, last -> Cursor.of(last.symbol(), last.timeframe())));
    }

    private static int candleLimit(@Nullable Integer limit) {
        if (limit == null) {
            return DEFAULT_CANDLES;
        }
        if (limit < 1 || limit > MOST_CANDLES) {
            throw new ServiceException(
                    ErrorCode.VALIDATION_FAILED, "limit must be between 1 and " + MOST_CANDLES + ", was " + limit);
        }
        return limit;
    }

    private static String after(String cursor) {
        return Instant.parse(Cursor.decode(cursor).part(0)).plusMillis(1).toString();
    }

    private static Page<CandleView> page(List<CandleView> found, int most) {
        if (found.size() <= most) {
            return new Page<>(found, null);
        }
        List<CandleView> items = found.subList(0, most);
        return new Page<>(items, Cursor.of(items.getLast().openTime()).encode());
    }
}
