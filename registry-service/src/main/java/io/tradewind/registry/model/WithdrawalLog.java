package io.tradewind.registry.model;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Keeps account of deployments that end because their model is put away. */
public interface WithdrawalLog {

    /** Notes, within the transaction, that archiving withdrew what was deployed. */
    Uni<Void> archived(SqlConnection tx, Model before, Model after, String actor);
}
