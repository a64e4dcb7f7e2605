package io.tradewind.learning.network;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.tradewind.learning.dataset.Dataset;
import io.tradewind.learning.fit.FitFailedException;
import io.tradewind.learning.fit.FitRequest;
import io.tradewind.learning.onnx.OnnxSessions;

/**
 * Writes a trained network as an ONNX graph that takes unscaled windows and gives probabilities or returns, and refuses it if
 * ONNX Runtime answers otherwise than the trained network.
 */
final class NetworkExport {

    static final String INPUT = "input";
    static final String OUTPUT = "output";

    private static final int PARITY_WINDOWS = 256;
    private static final double PARITY_TOLERANCE = 1e-5;

    private NetworkExport() {}

    static byte[] export(Network network, FitRequest request, TargetScale scale) {
        Dataset data = request.training().data();
        OnnxGraph graph = new OnnxGraph();
        String value = graph.input(INPUT, data.window(), data.features());
        value = scaled(graph, value, request);
        for (NetworkLayer layer : network.layers()) {
            value = layer.export(graph, value);
        }
        value = finished(graph, value, request, scale);
        graph.output(value, OUTPUT, request.outputNames().size());
        byte[] model = graph.model(metadata(request));
        double difference = largestDifference(network, model, request, scale);
        if (!(difference <= PARITY_TOLERANCE)) {
            throw new FitFailedException("the exported network must answer within %s of the trained one, was off by %s"
                    .formatted(PARITY_TOLERANCE, difference));
        }
        return model;
    }

    /** What any runtime can show about the model: one entry per feature and output, in order. */
    private static Map<String, String> metadata(FitRequest request) {
        Map<String, String> metadata = new TreeMap<>();
        metadata.put("architecture", request.architecture());
        List<String> features = request.training().data().featureNames();
        for (int i = 0; i < features.size(); i++) {
            metadata.put("feature.%03d".formatted(i), features.get(i));
        }
        List<String> outputs = request.outputNames();
        for (int i = 0; i < outputs.size(); i++) {
            metadata.put("output.%03d".formatted(i), outputs.get(i));
        }
        return metadata;
    }

    private static String scaled(OnnxGraph graph, String input, FitRequest request) {
        int features = request.scaler().offsets().size();
        if (features == 0) {
            return input;
        }
        String offsets = graph.weights("offset", floats(request.scaler().offsets()), features);
        String factors = graph.weights("factor", floats(request.scaler().factors()), features);
        String centred = graph.node("Sub", List.of(input, offsets));
        String scaled = graph.node("Mul", List.of(centred, factors));
        String low = graph.weights("low", new float[] {-Dataset.SCALED_LIMIT});
        String high = graph.weights("high", new float[] {Dataset.SCALED_LIMIT});
        return graph.node("Clip", List.of(scaled, low, high));
    }

    private static String finished(OnnxGraph graph, String value, FitRequest request, TargetScale scale) {
        if (request.task().classification()) {
            return graph.node("Softmax", List.of(value), OnnxGraph.integer("axis", 1));
        }
        if (request.task().multiLabel()) {
            return graph.node("Sigmoid", List.of(value));
        }
        int outputs = scale.means().length;
        String spread = graph.node("Mul", List.of(value, graph.weights("spread", scale.deviations(), outputs)));
        return graph.node("Add", List.of(spread, graph.weights("mean", scale.means(), outputs)));
    }

    private static float[] floats(List<Double> values) {
        float[] floats = new float[values.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values.get(i).floatValue();
        }
        return floats;
    }

    static double largestDifference(Network network, byte[] model, FitRequest request, TargetScale scale) {
        Dataset data = request.training().data();
        float[] windows = ParityWindows.random(request, PARITY_WINDOWS);
        float[] scaled = data.scaled(windows, request.scaler());
        float[] expected = network.infer(scaled, PARITY_WINDOWS, data.window(), data.features());
        finish(expected, request, scale);
        float[] actual = run(model, windows, data);
        double largest = 0;
        for (int i = 0; i < expected.length; i++) {
            double difference = Math.abs(expected[i] - actual[i]);
            largest = Double.isNaN(difference) ? Double.NaN : Math.max(largest, difference);
        }
        return largest;
    }

    private static void finish(float[] outputs, FitRequest request, TargetScale scale) {
        int classes = request.outputNames().size();
        if (!request.task().classification()) {
            boolean labels = request.task().multiLabel();
            for (int i = 0; i < outputs.length; i++) {
                outputs[i] =
                        labels ? (float) (1 / (1 + Math.exp(-outputs[i]))) : scale.unscale(outputs[i], i % classes);
            }
            return;
        }
        for (int row = 0; row < outputs.length; row += classes) {
            double sum = 0;
            for (int k = 0; k < classes; k++) {
                sum += Math.exp(outputs[row + k]);
            }
            for (int k = 0; k < classes; k++) {
                outputs[row + k] = (float) (Math.exp(outputs[row + k]) / sum);
            }
        }
    }

    private static float[] run(byte[] model, float[] windows, Dataset data) {
        OrtEnvironment environment = OnnxSessions.environment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            try (OrtSession session = environment.createSession(model, options);
                    OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(windows), new long[] {
                        PARITY_WINDOWS, data.window(), data.features()
                    });
                    OrtSession.Result result = session.run(Map.of(INPUT, input))) {
                OnnxTensor output = (OnnxTensor) result.get(0);
                float[] values = new float[output.getFloatBuffer().remaining()];
                output.getFloatBuffer().get(values);
                return values;
            }
        } catch (OrtException e) {
            throw new FitFailedException("the exported network cannot be run: " + e.getMessage(), e);
        }
    }
}
