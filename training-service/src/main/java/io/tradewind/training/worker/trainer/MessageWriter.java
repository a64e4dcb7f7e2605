package io.tradewind.training.worker.trainer;

import java.io.PrintStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradewind.learning.training.TrainingProgress;
import io.tradewind.training.worker.WorkerMessage;

/** Messages to the parent, one JSON object a line. */
final class MessageWriter {

    private final PrintStream out;
    private final ObjectMapper json;

    MessageWriter(PrintStream out, ObjectMapper json) {
        this.out = out;
        this.json = json;
    }

    void progress(TrainingProgress progress) {
        say(new WorkerMessage.Progress(
                progress.epoch(),
                progress.epochs(),
                progress.trainingLoss(),
                Double.isFinite(progress.validationLoss()) ? progress.validationLoss() : null,
                Double.isFinite(progress.samplesPerSecond()) ? progress.samplesPerSecond() : 0,
                progress.etaMillis()));
    }

    /** On a line of its own, even where a native library left one unfinished. */
    synchronized void say(WorkerMessage message) {
        try {
            out.print('\n' + json.writerFor(WorkerMessage.class).writeValueAsString(message) + '\n');
            out.flush();
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("a message cannot be written as JSON", unwritable);
        }
    }
}
