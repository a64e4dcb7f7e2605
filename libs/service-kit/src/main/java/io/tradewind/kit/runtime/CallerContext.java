package io.tradewind.kit.runtime;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Brings results that arrive on foreign threads back to the event loop that asked. */
public final class CallerContext {

    private CallerContext() {}

    /** The same Uni, delivering its item or failure on the Vert.x context it is subscribed to from, if there is one. */
    public static <T> Uni<T> returning(Uni<T> work) {
        return Uni.createFrom().deferred(() -> {
            Context caller = Vertx.currentContext();
            return caller == null ? work : work.emitOn(MutinyHelper.executor(caller));
        });
    }
}
