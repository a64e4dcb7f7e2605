package io.tradewind.inference.history;

import java.util.List;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.model.ModelChanged;
import io.tradewind.inference.serving.KnownModels;
import io.tradewind.inference.serving.Viewer;
import io.tradewind.kit.paging.Cursor;
import io.tradewind.kit.paging.Limit;
import io.tradewind.kit.paging.Page;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.kit.security.Caller;
import io.tradewind.kit.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What replicas did with the caller's models, the newest first. */
@Path("/api/v1/serving/history")
@RolesAllowed({Roles.USER, Roles.ADMIN, Roles.SERVICE})
class HistoryResource {

    private final LoadRecords records;
    private final KnownModels known;
    private final Caller caller;

    HistoryResource(LoadRecords records, KnownModels known, Caller caller) {
        this.records = records;
        this.known = known;
        this.caller = caller;
    }

    @GET
    public Uni<Page<LoadRecord>> history(
            @QueryParam("modelId") @Nullable UUID modelId,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Limit size = Limit.of(limit);
        Long before = Cursor.parse(cursor).map(HistoryResource::id).orElse(null);
        return records.page(visible(modelId), before, size)
                .map(found -> Page.of(found, size, record -> Cursor.of(record.id())));
    }

    private static Long id(Cursor cursor) {
        try {
            return Long.valueOf(cursor.part(0));
        } catch (NumberFormatException e) {
            throw new ServiceException(ErrorCode.VALIDATION_FAILED, "cursor belongs to another list", e);
        }
    }

    private List<UUID> visible(@Nullable UUID modelId) {
        Viewer viewer = Viewer.of(caller);
        return known.all().stream()
                .filter(model -> viewer.maySee(model.owner()))
                .map(ModelChanged::modelId)
                .filter(id -> modelId == null || id.equals(modelId))
                .toList();
    }
}
