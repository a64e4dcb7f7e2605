package io.tradewind.learning.network;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.SequentialBlock;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import io.tradewind.learning.architecture.ArchitectureCatalogue;
import io.tradewind.learning.architecture.ArchitectureDefinition;
import io.tradewind.learning.bundle.ScalerSpec;
import io.tradewind.learning.dataset.Dataset;
import io.tradewind.learning.dataset.Samples;
import io.tradewind.learning.dataset.Targets;
import io.tradewind.learning.fit.Checkpoints;
import io.tradewind.learning.fit.FitMonitor;
import io.tradewind.learning.fit.FitRequest;
import io.tradewind.learning.fit.FitSchedule;
import io.tradewind.learning.task.Task;

/**
 * One network with random weights, twice: as the block that training works on and as its ONNX export. It stands in the library's
 * package because blocks are nobody else's business.
 */
public final class TwinNetwork implements AutoCloseable {

    private static final FitMonitor SILENT = new FitMonitor() {
        @Override
        public void check() {
            // Nothing is fitted.
        }

        @Override
        public void epoch(int epoch, double trainingLoss, double validationLoss, boolean best) {
            // Nothing is fitted.
        }
    };

    private final Network network;
    private final byte[] model;
    private final Model block = Model.newInstance("twin", Device.cpu(), "PyTorch");

    private TwinNetwork(Network network, byte[] model) {
        this.network = network;
        this.model = model;
        SequentialBlock all = new SequentialBlock();
        network.layers().forEach(layer -> all.add(layer.block()));
        block.setBlock(all);
    }

    /** The architecture's default preset over windows of these features, with two classes. */
    public static TwinNetwork of(String architecture, List<String> features) {
        ArchitectureDefinition definition = ArchitectureCatalogue.get(architecture);
        int window = definition.training().window();
        Targets targets = new Targets(Task.DIRECTION, List.of(1), 0, new double[0], new int[0]);
        Dataset data = new Dataset(features, new float[0], targets, window);
        Samples none = new Samples(data, new int[0]);
        ScalerSpec unscaled = new ScalerSpec(
                "standard", Collections.nCopies(features.size(), 0.0), Collections.nCopies(features.size(), 1.0));
        FitRequest request = new FitRequest(
                architecture,
                definition.validate(Map.of()),
                none,
                none,
                unscaled,
                new FitSchedule(1, 1, 1, 1),
                1,
                SILENT,
                Checkpoints.NONE);
        Network network = NetworkFitter.network(Engine.getEngine("PyTorch"), request);
        return new TwinNetwork(network, NetworkExport.export(network, request, TargetScale.of(none)));
    }

    /** The ONNX export. */
    public byte[] model() {
        return model;
    }

    /** DJL's own predictor over the block: windows of that shape in, class probabilities out. */
    public Predictor<float[], float[]> djl(int count, int window, int features) {
        return block.newPredictor(new Windows(new Shape(count, window, features)));
    }

    @Override
    public void close() {
        block.close();
        network.close();
    }

    /** Without DJL's batching, which would cost it another copy. */
    private record Windows(Shape shape) implements NoBatchifyTranslator<float[], float[]> {

        @Override
        public NDList processInput(TranslatorContext context, float[] windows) {
            return new NDList(context.getNDManager().create(windows, shape));
        }

        @Override
        public float[] processOutput(TranslatorContext context, NDList outputs) {
            float[] classes = outputs.singletonOrThrow().toFloatArray();
            for (int i = 0; i < classes.length; i += 2) {
                float down = (float) (1 / (1 + Math.exp((double) classes[i + 1] - classes[i])));
                classes[i] = down;
                classes[i + 1] = 1 - down;
            }
            return classes;
        }
    }
}
