package io.tradewind.kit.inbox;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

import io.tradewind.kit.problem.ServiceException;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import org.jspecify.annotations.Nullable;

/** Tells failures that will pass from those that never will. */
final class Failures {

    private static final int MAX_CAUSES = 10;

    private Failures() {}

    /** Whether the database could not be reached, so that trying record by record has no point. */
    static boolean connection(Throwable failure) {
        Throwable current = failure;
        for (int i = 0; current != null && i < MAX_CAUSES; i++) {
            if (current instanceof PgException database) {
                return away(String.valueOf(database.getSqlState()));
            }
            if (current instanceof IOException
                    || current instanceof VertxException
                    || current instanceof TimeoutException) {
                return true;
            }
            current = current.getCause();
        }
        return false;
    }

    /** Why this can never work; null where it may. */
    static @Nullable String permanentReason(Throwable failure) {
        Throwable current = failure;
        for (int i = 0; current != null && i < MAX_CAUSES; i++) {
            if (permanent(current)) {
                return current.getMessage() == null ? current.getClass().getSimpleName() : current.getMessage();
            }
            current = current.getCause();
        }
        return null;
    }

    private static boolean permanent(Throwable failure) {
        return switch (failure) {
            case IllegalArgumentException ignored -> true;
            case ServiceException known -> known.code().status() < 500;
            case PgException database -> badData(String.valueOf(database.getSqlState()));
            default -> false;
        };
    }

    /** Values PostgreSQL refuses as such: class 22, and what breaks a NOT NULL or CHECK whoever else writes what. */
    private static boolean badData(String state) {
        return state.startsWith("22") || state.equals("23502") || state.equals("23514");
    }

    private static boolean away(String state) {
        return state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
    }
}
