package io.tradewind.registry.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.kit.paging.Cursor;
import io.tradewind.kit.paging.Limit;
import io.tradewind.kit.paging.Page;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.kit.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Lists models page by page: a user's own, or everybody's for admins and services. */
@ApplicationScoped
public class ModelPages {
    private final ModelQueries queries;
    private final Caller caller;

    ModelPages(ModelQueries queries, Caller caller) {
        this.queries = queries;
        this.caller = caller;
    }

    /** The models a filter lets through, the newest first. */
    public Uni<Page<Model>> page(ModelFilter filter, @Nullable String cursor, Limit limit) {
        ModelQueries.Position after =
                Cursor.parse(cursor).map(ModelPages::position).orElse(null);
        return queries.list(visible(filter), after, limit.fetch())
                .map(models -> Page.of(models, limit, model -> Cursor.of(model.createdAt(), model.id())));
    }

    /** How many models a filter lets through. */
    public Uni<Long> count(ModelFilter filter) {
        return queries.countModels(visible(filter));
    }

    private ModelFilter visible(ModelFilter filter) {
        boolean all = caller.admin() || caller.service();
        return all ? filter : filter.ownedBy(caller.userId());
    }

    private static ModelQueries.Position position(Cursor cursor) {
        try {
            return new ModelQueries.Position(Instant.parse(cursor.part(0)), UUID.fromString(cursor.part(1)));
        } catch (DateTimeException | IllegalArgumentException other) {
            throw new ServiceException(ErrorCode.VALIDATION_FAILED, "cursor belongs to another list", other);
        }
    }
}
