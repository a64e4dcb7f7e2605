package io.tradewind.inference.serving;

import io.tradewind.kit.security.Caller;

/**
 * Who asks, as far as it matters for what they may see; unlike {@link Caller} usable away from the request's thread.
 *
 * @param everything whether everybody's models are open to them
 */
public record Viewer(String userId, boolean everything) {

    /** The sender of the present request. */
    public static Viewer of(Caller caller) {
        return new Viewer(caller.userId(), caller.admin() || caller.service());
    }

    /** Whether they may see and use what this user owns. */
    public boolean maySee(String owner) {
        return everything || owner.equals(userId);
    }
}
