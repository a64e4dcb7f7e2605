package io.tradewind.registry.model;

import io.tradewind.contracts.model.ModelStatus;
import org.jspecify.annotations.Nullable;

/**
 * Which models a list shows; what is null does not matter.
 *
 * @param owner user id; null shows everybody's
 * @param name the exact name
 * @param text part of the name or description, whatever its case
 */
public record ModelFilter(
        @Nullable String owner,
        @Nullable ModelStatus status,
        @Nullable String architecture,
        @Nullable String symbol,
        @Nullable String timeframe,
        @Nullable String tag,
        @Nullable String name,
        @Nullable String text) {

    /** Lets everything through. */
    public static final ModelFilter ALL = new ModelFilter(null, null, null, null, null, null, null, null);

    /** The same, only what belongs to this user. */
    public ModelFilter ownedBy(String user) {
        return new ModelFilter(user, status, architecture, symbol, timeframe, tag, name, text);
    }

    /** The same, only what stands there. */
    public ModelFilter in(@Nullable ModelStatus wanted) {
        return new ModelFilter(owner, wanted, architecture, symbol, timeframe, tag, name, text);
    }
}
