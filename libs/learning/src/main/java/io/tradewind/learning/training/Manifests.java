package io.tradewind.learning.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

import io.tradewind.learning.bundle.BundleManifest;
import io.tradewind.learning.bundle.DataSpec;
import io.tradewind.learning.bundle.Digests;
import io.tradewind.learning.bundle.LabelSpec;
import io.tradewind.learning.bundle.RuntimeSpec;
import io.tradewind.learning.calibration.Calibration;
import io.tradewind.learning.dataset.Samples;
import io.tradewind.learning.fit.FittedModel;
import io.tradewind.market.candle.CandleSeries;

/** Writes down where a model comes from. */
final class Manifests {

    private Manifests() {}

    static BundleManifest of(
            TrainingPlan plan, CandleSeries series, Material material, FittedModel fitted, Calibration calibration) {
        return new BundleManifest(
                BundleManifest.FORMAT_VERSION,
                plan.architecture(),
                plan.hyperparameters(),
                plan.task(),
                plan.horizonBars(),
                plan.window(),
                material.features().names(),
                material.features().schemaHash(),
                plan.featureSet(),
                plan.task().outputNames(),
                fitted.scaler(),
                label(plan, material.training()),
                calibration,
                plan.seed(),
                data(series),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                codeVersion(),
                runtime(fitted),
                fitted.fileName(),
                List.of());
    }

    private static LabelSpec label(TrainingPlan plan, Samples training) {
        double up = 0;
        double down = 0;
        int ups = 0;
        for (int i = 0; i < training.size(); i++) {
            double move = training.returnAfter(i);
            up += Math.max(0, move);
            down += Math.min(0, move);
            ups += move > 0 ? 1 : 0;
        }
        String kind = plan.task().name().toLowerCase(Locale.ROOT);
        return new LabelSpec(kind, plan.deadBand(), down / Math.max(1, training.size() - ups), up / Math.max(1, ups));
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

    private static RuntimeSpec runtime(FittedModel fitted) {
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
