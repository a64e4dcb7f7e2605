package io.tradewind.launcher.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.tradewind.launcher.fleet.FleetFailure;
import io.tradewind.launcher.layout.ProcessName;
import io.tradewind.launcher.model.RegistryUpload;
import io.tradewind.launcher.secret.SigningKeys;
import io.tradewind.launcher.secret.TokenMint;
import io.tradewind.launcher.status.ControlClient;
import io.tradewind.learning.bundle.Bundle;
import io.tradewind.learning.bundle.BundleDraft;
import io.tradewind.learning.bundle.BundleRefusedException;
import io.tradewind.learning.bundle.BundleWriter;
import io.tradewind.learning.evaluation.GatePolicy;
import io.tradewind.learning.foreign.ForeignModel;
import io.tradewind.learning.foreign.ForeignSchema;
import io.tradewind.learning.task.Task;
import io.tradewind.learning.training.ForeignTrial;
import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.candle.Timeframe;
import io.tradewind.market.feature.FeatureSet;
import io.tradewind.market.read.CandleCsv;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a bundle of somebody else's ONNX file and uploads it. */
@Command(
        name = "import-model",
        description =
                "Checks an ONNX file that was trained elsewhere and uploads it to the registry as a model's version.",
        footer = {
            "",
            "The network takes unscaled features as 32-bit floats, of shape (batch, window, features) or, laid flat,",
            "(batch, window x features), the oldest row first, and gives finished probabilities (DIRECTION: down, up)",
            "or returns, of shape (batch, outputs). With --candles it is judged on them; otherwise its gates fail, and",
            "deploying it takes overrideGates and a reason."
        })
final class ImportModelCommand implements Runnable {
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(10);

    @Mixin
    private FleetOptions options = new FleetOptions();

    @Mixin
    private HelpOption help = new HelpOption();

    @Option(names = "--file", required = true, paramLabel = "MODEL.onnx", description = "the network")
    private Path file = Path.of("model.onnx");

    @Option(names = "--name", description = "of the model that is created for it (default: the file's name)")
    private @Nullable String name;

    @Option(names = "--model", paramLabel = "ID", description = "a model there is already, with architecture ONNX")
    private @Nullable String model;

    @Option(
            names = "--features",
            required = true,
            paramLabel = "SET|NAMES",
            description = "what it takes: a named feature set, or names in order with commas between")
    private String features = "";

    @Option(
            names = "--own-features",
            description = "the features are its owner's: clients send tensors, no symbol can be predicted on")
    private boolean ownFeatures;

    @Option(names = "--window", defaultValue = "1", description = "rows one forecast takes (default: 1)")
    private int window = 1;

    @Option(
            names = "--task",
            defaultValue = "DIRECTION",
            description = "what it forecasts: ${COMPLETION-CANDIDATES} (default: DIRECTION)")
    private Task task = Task.DIRECTION;

    @Option(
            names = "--horizons",
            split = ",",
            defaultValue = "1",
            description = "bars ahead; several with commas for task RETURN (default: 1)")
    private List<Integer> horizons = List.of(1);

    @Option(names = "--symbol", required = true, description = "market it was trained for")
    private String symbol = "";

    @Option(names = "--timeframe", required = true, description = "candles it was trained for, as 1h")
    private String timeframe = "";

    @Option(
            names = "--candles",
            paramLabel = "FILE",
            description = "candles it never saw, as CSV: it is judged on them")
    private @Nullable Path candles;

    @Option(
            names = "--cost-bps",
            defaultValue = "5",
            description = "cost of a change of position when it is judged (default: 5)")
    private double costBps = 5;

    @Option(names = "--user", defaultValue = "admin", description = "whose model it is (default: admin)")
    private String user = "admin";

    @Option(names = "--registry", paramLabel = "URL", description = "another registry than this fleet's; needs --token")
    private @Nullable URI registry;

    @Option(
            names = "--token",
            defaultValue = "${env:TRADEWIND_TOKEN}",
            description = "who uploads (env TRADEWIND_TOKEN; default: a token of this fleet for --user)")
    private @Nullable String token;

    @Option(names = "--out", paramLabel = "DIR", description = "only writes the bundle there; needs no running fleet")
    private @Nullable Path out;

    @Override
    public void run() {
        BundleDraft foreign = judged(foreign());
        if (out != null) {
            Bundle bundle = BundleWriter.write(foreign, out);
            options.screen().line("bundle " + bundle.digest() + " in " + out);
            return;
        }
        if (registry != null && token == null) {
            throw new IllegalArgumentException("--registry needs --token: this fleet's tokens mean nothing elsewhere");
        }
        Path folder = folder();
        try {
            upload(BundleWriter.write(foreign, folder.resolve("bundle")));
        } finally {
            delete(folder);
        }
    }

    private ForeignModel foreign() {
        try {
            return ForeignModel.of(schema(), Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new FleetFailure(file + ": no such file");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        } catch (BundleRefusedException e) {
            throw new FleetFailure(file + " is refused: " + e.getMessage());
        }
    }

    private BundleDraft judged(ForeignModel foreign) {
        if (candles == null) {
            return foreign;
        }
        CandleSeries.Builder series = CandleSeries.builder(symbol, Timeframe.parse(timeframe));
        try (InputStream in = Files.newInputStream(candles)) {
            CandleCsv.read(in, series::add);
        } catch (NoSuchFileException e) {
            throw new FleetFailure(candles + ": no such file");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + candles + ": " + e.getMessage(), e);
        }
        return ForeignTrial.judge(foreign, series.build(), costBps, 0, GatePolicy.DEFAULT);
    }

    private ForeignSchema schema() {
        List<String> names =
                Arrays.stream(features.split(",")).map(String::strip).toList();
        if (ownFeatures) {
            return ForeignSchema.onOwnFeatures(task, horizons, window, names, symbol, timeframe);
        }
        FeatureSet set = FeatureSet.knownNames().contains(features) ? FeatureSet.named(features) : FeatureSet.of(names);
        return ForeignSchema.onCatalogue(task, horizons, window, set, symbol, timeframe);
    }

    private void upload(Bundle bundle) {
        RegistryUpload upload = new RegistryUpload(registry(), tokens());
        String id = model != null ? model : upload.createModel(modelName(), bundle.manifest());
        int version = upload.upload(id, bundle, file.getFileName().toString());
        options.screen().line("model " + id + ", version " + version + ", bundle " + bundle.digest());
        boolean passed = bundle.evaluation().gates().passed();
        options.screen()
                .line(passed ? "it passed its gates" : "its gates fail: deploying it takes overrideGates and a reason");
    }

    private String modelName() {
        String fileName = file.getFileName().toString();
        return name != null ? name : fileName.replaceFirst("\\.onnx$", "");
    }

    private URI registry() {
        if (registry != null) {
            return registry;
        }
        ControlClient fleet = ControlClient.find(options.home())
                .orElseThrow(
                        () -> new FleetFailure("the fleet is not up: run ./fleet up, or give --out or --registry"));
        return URI.create(fleet.status().of(ProcessName.REGISTRY).address());
    }

    private Supplier<String> tokens() {
        if (token != null) {
            return () -> token;
        }
        TokenMint mint = new TokenMint(SigningKeys.of(options.home()), Clock.systemUTC());
        return () -> mint.mint(user, Set.of("user"), TOKEN_LIFE);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("tradewind-import");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a temporary folder: " + e.getMessage(), e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path found : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(found);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder + ": " + e.getMessage(), e);
        }
    }
}
