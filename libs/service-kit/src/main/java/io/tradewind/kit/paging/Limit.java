package io.tradewind.kit.paging;

import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import org.jspecify.annotations.Nullable;

/**
 * How many items a page may hold.
 *
 * @param value items, from 1 to 200
 */
public record Limit(int value) {

    /** Items of a page whose caller does not say. */
    public static final int DEFAULT = 50;

    /** Most items a page ever holds. */
    public static final int MAX = 200;

    public Limit {
        if (value < 1 || value > MAX) {
            throw new ServiceException(
                    ErrorCode.VALIDATION_FAILED, "limit must be between 1 and " + MAX + ", was " + value);
        }
    }

    /** The limit asked for, or the default. */
    public static Limit of(@Nullable Integer requested) {
        return new Limit(requested == null ? DEFAULT : requested);
    }

    /** Rows to fetch: one more than the page holds tells whether there is a next page. */
    public int fetch() {
        return value + 1;
    }
}
