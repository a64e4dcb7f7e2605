package io.tradewind.learning.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

import io.tradewind.learning.bundle.BundleJson;
import io.tradewind.learning.bundle.BundleManifest;
import io.tradewind.learning.bundle.DataSpec;
import io.tradewind.learning.bundle.Digests;
import io.tradewind.learning.bundle.LabelSpec;
import io.tradewind.learning.bundle.RuntimeSpec;
import io.tradewind.learning.calibration.Calibration;
import io.tradewind.learning.dataset.Samples;
import io.tradewind.learning.fit.Checkpoints;
import io.tradewind.learning.task.Task;
import io.tradewind.market.candle.CandleSeries;

/** Writes down where a model comes from. */
final class Manifests {

    private Manifests() {}

    static BundleManifest of(TrainingPlan plan, Material material, Fitted fitted, Calibration calibration) {
        return new BundleManifest(
                BundleManifest.FORMAT_VERSION,
                plan.architecture(),
                plan.hyperparameters(),
                plan.task(),
                plan.horizonBars(),
                plan.horizons(),
                plan.window(),
                material.features().names(),
                material.features().schemaHash(),
                plan.featureSet(),
                plan.task().outputNames(plan.horizons()),
                fitted.scaler(),
                label(plan, material.training()),
                calibration,
                plan.seed(),
                data(material.series()),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                codeVersion(),
                runtime(fitted),
                fitted.modelFile(),
                fitted.members(),
                fitted.aggregation(),
                List.of());
    }

    /** Mean returns by class: three of them where flat is one, otherwise by sign. */
    private static LabelSpec label(TrainingPlan plan, Samples training) {
        String kind = plan.task().name().toLowerCase(Locale.ROOT);
        if (!plan.task().directional()) {
            return new LabelSpec(kind, plan.deadBand(), 0, 0);
        }
        boolean flat = plan.task() == Task.THREE_WAY_DIRECTION;
        double[] sums = new double[3];
        int[] counts = new int[3];
        for (int i = 0; i < training.size(); i++) {
            double move = training.returnAfter(i);
            int kindOfMove = flat ? training.classOf(i) : move > 0 ? 2 : 0;
            sums[kindOfMove] += move;
            counts[kindOfMove]++;
        }
        return new LabelSpec(
                kind, plan.deadBand(), mean(sums[0], counts[0]), mean(sums[2], counts[2]), mean(sums[1], counts[1]));
    }

    private static double mean(double sum, int count) {
        return sum / Math.max(1, count);
    }

    /** Checkpoints that belong to this plan and these candles, and to this version of the library. */
    static Checkpoints checkpoints(Path folder, TrainingPlan plan, CandleSeries series) {
        MessageDigest digest = Digests.newDigest();
        digest.update(codeVersion().getBytes(StandardCharsets.UTF_8));
        digest.update(BundleJson.write(plan));
        return Checkpoints.in(folder, HexFormat.of().formatHex(digest.digest()), digest(series));
    }

    private static DataSpec data(CandleSeries series) {
        int last = series.size() - 1;
        return new DataSpec(
                series.symbol(),
                series.timeframe().label(),
                Instant.ofEpochMilli(series.openTime(0)),
                Instant.ofEpochMilli(series.openTime(last)),
                series.size(),
                digest(series));
    }

    private static String digest(CandleSeries series) {
        MessageDigest digest = Digests.newDigest();
        ByteBuffer candle = ByteBuffer.allocate(Long.BYTES + 5 * Double.BYTES);
        for (int i = 0; i < series.size(); i++) {
            candle.clear();
            candle.putLong(series.openTime(i));
            candle.putDouble(series.open(i)).putDouble(series.high(i)).putDouble(series.low(i));
            candle.putDouble(series.close(i)).putDouble(series.volume(i));
            digest.update(candle.array());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static RuntimeSpec runtime(Fitted fitted) {
        return new RuntimeSpec(
                System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("os.arch"),
                fitted.library());
    }

    private static String codeVersion() {
        Properties properties = new Properties();
        try (InputStream in = Manifests.class.getResourceAsStream("/io/tradewind/learning/learning.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the library's own version", e);
        }
        return properties.getProperty("version");
    }
}
