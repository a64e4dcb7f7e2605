package io.tradewind.registry.model;

import java.util.Arrays;
import java.util.Locale;

import io.tradewind.contracts.model.ModelStatus;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Query parameters of a list of models; each may be absent. */
class ModelListParams {
    @QueryParam("owner")
    @Nullable
    String owner;

    @QueryParam("status")
    @Nullable
    String status;

    @QueryParam("architecture")
    @Nullable
    String architecture;

    @QueryParam("symbol")
    @Nullable
    String symbol;

    @QueryParam("timeframe")
    @Nullable
    String timeframe;

    @QueryParam("tag")
    @Nullable
    String tag;

    @QueryParam("name")
    @Nullable
    String name;

    @QueryParam("q")
    @Nullable
    String text;

    ModelFilter filter() {
        return new ModelFilter(owner, status(status), architecture, symbol, timeframe, tag, name, text);
    }

    private static @Nullable ModelStatus status(@Nullable String wanted) {
        if (wanted == null || wanted.isBlank()) {
            return null;
        }
        return Arrays.stream(ModelStatus.values())
                .filter(status -> status != ModelStatus.DELETED)
                .filter(status -> status.name().equals(wanted.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new ServiceException(
                        ErrorCode.VALIDATION_FAILED,
                        "status must be DRAFT, TRAINING, READY, ACTIVE or ARCHIVED, was '" + wanted + "'"));
    }
}
