package io.tradewind.training.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/** Starts worker processes, each in a folder of its own. */
@ApplicationScoped
public class Workers {

    private static final Logger LOG = Logger.getLogger(Workers.class);

    private final ObjectMapper json;
    private final WorkFolders folders;
    private final WorkerCommand command;
    private final int logBytes;

    @Inject
    Workers(WorkerConfig config, ObjectMapper json) {
        this.json = json;
        this.folders = new WorkFolders(config.directory(), config.keptLogs());
        this.command = new WorkerCommand(config);
        this.logBytes = config.logBytes();
    }

    /** Clears what dead services left behind; to be called once, before the first worker. */
    public void open() throws IOException {
        folders.open();
    }

    /** An empty folder for one attempt; its candles and order are to be put there. */
    public Path prepare(UUID jobId, int attempt) throws IOException {
        return folders.create(name(jobId, attempt));
    }

    /** Where a job's attempts keep how far they got. */
    public Path checkpoints(UUID jobId) {
        return folders.checkpoints(jobId.toString());
    }

    /** Starts the worker for a prepared folder. */
    public WorkerProcess start(UUID jobId, int attempt, Path folder, WorkerOrder order) throws IOException {
        json.writeValue(folder.resolve(WorkerOrder.FILE).toFile(), order);
        BoundedLog log = new BoundedLog(folders.log(name(jobId, attempt)), logBytes);
        WorkerProcess worker = WorkerProcess.start(command.builder(folder), json, log);
        ProcessHandle.of(worker.pid()).ifPresent(handle -> remember(folder, handle));
        LOG.infof("worker %d runs attempt %d of job %s; its log is %s", worker.pid(), attempt, jobId, log.file());
        return worker;
    }

    /** Removes an attempt's folder. */
    public void discard(Path folder) {
        WorkFolders.delete(folder);
    }

    private void remember(Path folder, ProcessHandle worker) {
        try {
            folders.started(folder, worker);
        } catch (IOException unwritten) {
            LOG.warnf("worker %d will not be found by a later service: %s", worker.pid(), unwritten.getMessage());
        }
    }

    private static String name(UUID jobId, int attempt) {
        return jobId + "-" + attempt;
    }
}
