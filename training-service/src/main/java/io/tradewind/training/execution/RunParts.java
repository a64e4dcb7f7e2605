package io.tradewind.training.execution;

import java.io.IOException;
import java.util.Map;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradewind.learning.bundle.Bundle;
import io.tradewind.training.candle.CandleExport;
import io.tradewind.training.registration.Registrations;
import io.tradewind.training.worker.WorkerConfig;
import io.tradewind.training.worker.Workers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What every attempt works with. */
@ApplicationScoped
class RunParts {

    private static final TypeReference<Map<String, Object>> DOCUMENT = new TypeReference<>() {};

    private final Leases leases;
    private final BlockingDatabase database;
    private final CandleExport export;
    private final Workers workers;
    private final Registrations registrations;
    private final ExecutionConfig execution;
    private final WorkerConfig worker;
    private final ObjectMapper json;

    @Inject
    RunParts(
            Leases leases,
            BlockingDatabase database,
            CandleExport export,
            Workers workers,
            Registrations registrations,
            ExecutionConfig execution,
            WorkerConfig worker,
            ObjectMapper json) {
        this.leases = leases;
        this.database = database;
        this.export = export;
        this.workers = workers;
        this.registrations = registrations;
        this.execution = execution;
        this.worker = worker;
        this.json = json;
    }

    Leases leases() {
        return leases;
    }

    BlockingDatabase database() {
        return database;
    }

    CandleExport export() {
        return export;
    }

    Workers workers() {
        return workers;
    }

    Registrations registrations() {
        return registrations;
    }

    ExecutionConfig execution() {
        return execution;
    }

    WorkerConfig worker() {
        return worker;
    }

    ObjectMapper json() {
        return json;
    }

    /** The bundle's evaluation as it stands there. */
    Map<String, Object> metrics(Bundle bundle) throws IOException {
        return json.readValue(bundle.directory().resolve(Bundle.EVALUATION).toFile(), DOCUMENT);
    }
}
