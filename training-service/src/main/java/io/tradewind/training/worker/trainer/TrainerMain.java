package io.tradewind.training.worker.trainer;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradewind.learning.bundle.Bundle;
import io.tradewind.learning.bundle.BundleWriter;
import io.tradewind.learning.fit.CheckpointRefusedException;
import io.tradewind.learning.fit.Checkpoints;
import io.tradewind.learning.fit.FitFailedException;
import io.tradewind.learning.training.CancellationToken;
import io.tradewind.learning.training.ProgressListener;
import io.tradewind.learning.training.Trainer;
import io.tradewind.learning.training.TrainingResult;
import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.candle.Timeframe;
import io.tradewind.market.read.CandleCsv;
import io.tradewind.training.worker.WorkerMessage;
import io.tradewind.training.worker.WorkerOrder;

/** Entry of a worker process; its one argument is its folder. */
public final class TrainerMain {

    private TrainerMain() {}

    /** Says on standard output how it goes and how it ended; its exit code only tells whether it got that far. */
    public static void main(String[] arguments) throws IOException {
        CancellationToken cancellation = new CancellationToken();
        ParentWatch.start(cancellation);
        ObjectMapper json = new ObjectMapper();
        MessageWriter parent = new MessageWriter(messages(), json);
        parent.say(outcome(Path.of(arguments[0]), json, parent, cancellation));
        // native libraries may have left threads behind that would keep the process alive
        Runtime.getRuntime().halt(0);
    }

    /** What anyone else prints goes to the error stream, which is the log: standard output is for messages only. */
    private static PrintStream messages() {
        System.setOut(System.err);
        return new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }

    private static WorkerMessage outcome(
            Path folder, ObjectMapper json, MessageWriter parent, CancellationToken cancellation) throws IOException {
        WorkerOrder order = json.readValue(folder.resolve(WorkerOrder.FILE).toFile(), WorkerOrder.class);
        CandleSeries candles = candles(order, folder);
        try {
            Bundle bundle = BundleWriter.write(
                    train(order, candles, parent::progress, cancellation), WorkerOrder.bundle(folder));
            return new WorkerMessage.Finished(bundle.digest());
        } catch (CancellationException stopped) {
            return new WorkerMessage.Stopped();
        } catch (IllegalArgumentException | FitFailedException refused) {
            refused.printStackTrace();
            return new WorkerMessage.Refused(String.valueOf(refused.getMessage()));
        }
    }

    /** Goes on from where an earlier attempt of the job was ended, unless that was on other candles than there are now. */
    private static TrainingResult train(
            WorkerOrder order, CandleSeries candles, ProgressListener listener, CancellationToken cancellation)
            throws IOException {
        Path checkpoints = Path.of(order.checkpoints());
        try {
            return Trainer.train(order.plan(), candles, listener, cancellation, checkpoints);
        } catch (CheckpointRefusedException refused) {
            System.err.println("training begins anew: " + refused.getMessage());
            Files.delete(checkpoints.resolve(Checkpoints.FILE));
            return Trainer.train(order.plan(), candles, listener, cancellation, checkpoints);
        }
    }

    private static CandleSeries candles(WorkerOrder order, Path folder) throws IOException {
        CandleSeries.Builder series = CandleSeries.builder(order.symbol(), Timeframe.parse(order.timeframe()));
        try (InputStream in = new BufferedInputStream(Files.newInputStream(WorkerOrder.candles(folder)))) {
            CandleCsv.read(in, series::add);
        }
        return series.build();
    }
}
