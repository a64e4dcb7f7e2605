package io.tradewind.kit.runtime;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/**
 * What this service is called.
 *
 * <p>Read key by key and not as a mapping: one with the prefix {@code tradewind} would refuse every key it does not know.
 */
@Singleton
public class ServiceIdentity {

    private final String name;
    private final String schema;

    /** Reads name and schema; both must be set. */
    public ServiceIdentity(Config config) {
        this.name = config.getValue("tradewind.service", String.class);
        this.schema = config.getValue("tradewind.schema", String.class);
    }

    /** Short name, such as {@code registry}: part of consumer groups, event sources and metric names. */
    public String name() {
        return name;
    }

    /** PostgreSQL schema this service owns. */
    public String schema() {
        return schema;
    }

    /** Name of a metric of this service: {@code tradewind.<service>.<thing>}. */
    public String metric(String thing) {
        return "tradewind." + name + '.' + thing;
    }
}
