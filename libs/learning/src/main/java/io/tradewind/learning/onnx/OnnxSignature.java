package io.tradewind.learning.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.tradewind.learning.bundle.BundleManifest;
import io.tradewind.learning.bundle.BundleRefusedException;
import io.tradewind.learning.bundle.BundleRefusedException.Reason;

/**
 * Where a network takes windows and gives forecasts: one input of 32-bit floats, of shape (batch, window, features) or with windows
 * laid flat (batch, window x features), and among its outputs exactly one of 32-bit floats and shape (batch, outputs). A dimension
 * the network leaves open fits any size; the batch must be left open.
 */
public record OnnxSignature(String input, boolean flat, String output) {

    private static final long OPEN = -1;

    /**
     * The signature of a network that fits a manifest.
     *
     * @throws BundleRefusedException if it does not, with the shapes that were found
     */
    public static OnnxSignature of(OrtSession session, BundleManifest manifest) throws OrtException {
        if (session.getNumInputs() != 1) {
            throw wrong("the network must have one input, has %d".formatted(session.getNumInputs()));
        }
        Map.Entry<String, NodeInfo> input =
                session.getInputInfo().entrySet().iterator().next();
        long features = manifest.featureNames().size();
        long[] windows = {OPEN, manifest.window(), features};
        long[] rows = {OPEN, manifest.window() * features};
        boolean flat = fits(input.getValue(), rows);
        if (!flat && !fits(input.getValue(), windows)) {
            throw wrong("the network's input must have shape %s, has %s"
                    .formatted(Arrays.toString(windows), shape(input.getValue())));
        }
        requireFloats("input " + input.getKey(), input.getValue());
        return new OnnxSignature(input.getKey(), flat, output(session, manifest));
    }

    private static String output(OrtSession session, BundleManifest manifest) throws OrtException {
        long[] expected = {OPEN, manifest.outputNames().size()};
        Map<String, NodeInfo> outputs = session.getOutputInfo();
        if (outputs.size() == 1) {
            Map.Entry<String, NodeInfo> only = outputs.entrySet().iterator().next();
            if (!fits(only.getValue(), expected)) {
                throw wrong("the network's output must have shape %s, has %s"
                        .formatted(Arrays.toString(expected), shape(only.getValue())));
            }
            requireFloats("output " + only.getKey(), only.getValue());
            return only.getKey();
        }
        // Exporters of classifiers add the class itself as a further output.
        List<String> fitting = outputs.entrySet().stream()
                .filter(entry -> fits(entry.getValue(), expected) && floats(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (fitting.size() != 1) {
            throw wrong("the network must have one output of 32-bit floats and shape %s, has %s"
                    .formatted(
                            Arrays.toString(expected),
                            outputs.entrySet().stream()
                                    .map(entry -> entry.getKey() + " " + shape(entry.getValue()))
                                    .collect(Collectors.joining(", "))));
        }
        return fitting.get(0);
    }

    private static boolean fits(NodeInfo node, long[] expected) {
        if (!(node.getInfo() instanceof TensorInfo tensor)) {
            return false;
        }
        long[] actual = tensor.getShape();
        boolean fits = actual.length == expected.length && actual[0] == OPEN;
        for (int i = 1; fits && i < expected.length; i++) {
            fits = actual[i] == expected[i] || actual[i] == OPEN;
        }
        return fits;
    }

    private static void requireFloats(String what, NodeInfo node) {
        if (!floats(node)) {
            throw wrong("the network's %s must be of 32-bit floats, is %s"
                    .formatted(what, ((TensorInfo) node.getInfo()).type));
        }
    }

    private static boolean floats(NodeInfo node) {
        return node.getInfo() instanceof TensorInfo tensor && tensor.type == OnnxJavaType.FLOAT;
    }

    private static String shape(NodeInfo node) {
        return node.getInfo() instanceof TensorInfo tensor
                ? Arrays.toString(tensor.getShape())
                : "that of no tensor: " + node.getInfo().getClass().getSimpleName();
    }

    private static BundleRefusedException wrong(String message) {
        return new BundleRefusedException(Reason.WRONG_SHAPE, message);
    }

    /** Shape of the input tensor for so many windows. */
    public long[] inputShape(int count, int window, int features) {
        return flat ? new long[] {count, (long) window * features} : new long[] {count, window, features};
    }
}
