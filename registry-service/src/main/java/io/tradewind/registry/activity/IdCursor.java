package io.tradewind.registry.activity;

import io.tradewind.kit.paging.Cursor;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;

/** Cursors of lists that are sorted by a number alone. */
public final class IdCursor {

    private IdCursor() {}

    /** The number the next page lies below. */
    public static long before(Cursor cursor) {
        try {
            return Long.parseLong(cursor.part(0));
        } catch (NumberFormatException other) {
            throw new ServiceException(ErrorCode.VALIDATION_FAILED, "cursor belongs to another list", other);
        }
    }
}
