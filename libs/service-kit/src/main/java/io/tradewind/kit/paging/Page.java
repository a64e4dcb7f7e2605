package io.tradewind.kit.paging;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Part of a list.
 *
 * @param nextCursor where the next page starts; null at the end
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    public Page {
        items = List.copyOf(items);
    }

    /** A page of what was fetched with {@link Limit#fetch()}: the surplus row only tells that there is more. */
    public static <T> Page<T> of(List<T> fetched, Limit limit, Function<? super T, Cursor> cursorBehind) {
        if (fetched.size() <= limit.value()) {
            return new Page<>(fetched, null);
        }
        List<T> items = fetched.subList(0, limit.value());
        return new Page<>(items, cursorBehind.apply(items.get(items.size() - 1)).encode());
    }

    /** The same page with other items, such as views of rows. */
    public <R> Page<R> map(Function<? super T, ? extends R> view) {
        return new Page<>(items.stream().<R>map(view).toList(), nextCursor);
    }
}
