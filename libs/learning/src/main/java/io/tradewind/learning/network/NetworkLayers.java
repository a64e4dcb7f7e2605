package io.tradewind.learning.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.tradewind.learning.fit.FitRequest;

/** Lays out the layers of each architecture from its hyperparameters. */
final class NetworkLayers {

    private NetworkLayers() {}

    /**
     * The layers from (batch, window, features) to (batch, outputs).
     *
     * @throws IllegalArgumentException if the architecture is no network
     */
    static List<NetworkLayer> of(FitRequest request, int outputs) {
        List<NetworkLayer> layers =
                switch (request.architecture()) {
                    case "LSTM" -> recurrent(RecurrentLayer.Cell.LSTM, request);
                    case "GRU" -> recurrent(RecurrentLayer.Cell.GRU, request);
                    case "MLP" -> perceptron(request);
                    case "CNN" -> convolutional(request);
                    case "TRANSFORMER" -> transformer(request);
                    case "PATTERN_CNN" -> patterns(request);
                    default -> throw new IllegalArgumentException(request.architecture() + " is not a network");
                };
        layers.add(new DenseLayer(outputs, false));
        return layers;
    }

    private static List<NetworkLayer> recurrent(RecurrentLayer.Cell cell, FitRequest request) {
        boolean bidirectional = request.flag("bidirectional");
        double dropout = request.decimal("dropout");
        List<NetworkLayer> layers = new ArrayList<>();
        int last = 0;
        List<Integer> stack = request.integers("units");
        for (int i = 0; i < stack.size(); i++) {
            last = stack.get(i);
            layers.add(new RecurrentLayer(cell, last, bidirectional));
            if (i < stack.size() - 1) {
                addDropout(layers, dropout);
            }
        }
        layers.add(
                request.flag("attention")
                        ? new AttentionPoolingLayer(bidirectional ? 2 * last : last)
                        : new NewestStepLayer(last, bidirectional));
        addDropout(layers, dropout);
        layers.add(new DenseLayer(request.integer("denseUnits"), true));
        return layers;
    }

    private static List<NetworkLayer> perceptron(FitRequest request) {
        List<NetworkLayer> layers = new ArrayList<>();
        layers.add(ShapeLayer.flatten());
        for (int units : request.integers("units")) {
            layers.add(new DenseLayer(units, true));
            addDropout(layers, request.decimal("dropout"));
        }
        return layers;
    }

    private static List<NetworkLayer> convolutional(FitRequest request) {
        List<NetworkLayer> layers = new ArrayList<>();
        addConvolutions(layers, request);
        // Averaged over time, the newest steps would count no more than the oldest; markets forget faster than that.
        layers.add(ShapeLayer.flatten());
        addDropout(layers, request.decimal("dropout"));
        layers.add(new DenseLayer(request.integer("denseUnits"), true));
        return layers;
    }

    private static List<NetworkLayer> patterns(FitRequest request) {
        List<NetworkLayer> layers = convolutional(request);
        layers.add(0, new CandleNormLayer());
        return layers;
    }

    private static void addConvolutions(List<NetworkLayer> layers, FitRequest request) {
        String pooling = request.hyperparameters().get("pooling").toString().toUpperCase(Locale.ROOT);
        layers.add(ShapeLayer.channelsFirst());
        int steps = request.training().data().window();
        for (int filters : request.integers("filters")) {
            // One step cannot be halved any further.
            ConvolutionLayer.Pooling next =
                    steps < 2 ? ConvolutionLayer.Pooling.NONE : ConvolutionLayer.Pooling.valueOf(pooling);
            layers.add(new ConvolutionLayer(filters, request.integer("kernel"), next));
            steps = next == ConvolutionLayer.Pooling.NONE ? steps : steps / 2;
        }
    }

    /** Whether the network takes raw candles and normalises each window itself. */
    static boolean takesCandles(String architecture) {
        return architecture.equals("PATTERN_CNN");
    }

    private static List<NetworkLayer> transformer(FitRequest request) {
        int width = request.integer("modelDimension");
        EncoderShape shape = new EncoderShape(
                width,
                request.integer("heads"),
                request.integer("keyDimension"),
                request.integer("feedForward"),
                request.decimal("dropout"));
        List<NetworkLayer> layers = new ArrayList<>();
        layers.add(new DenseLayer(width, false));
        if (request.flag("positionalEncoding")) {
            layers.add(ShapeLayer.positions(request.training().data().window(), width));
        }
        for (int i = 0; i < request.integer("layers"); i++) {
            layers.add(new EncoderLayer(shape));
        }
        // The newest step has attended to all others; averaging them would drown it.
        layers.add(new NewestStepLayer(width, false));
        layers.add(new DenseLayer(request.integer("denseUnits"), true));
        return layers;
    }

    private static void addDropout(List<NetworkLayer> layers, double rate) {
        if (rate > 0) {
            layers.add(new DropoutLayer(rate));
        }
    }
}
