package io.tradewind.learning.network;

import java.util.ArrayList;
import java.util.List;

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
        return switch (request.architecture()) {
            case "LSTM" -> recurrent(RecurrentLayer.Cell.LSTM, request, outputs);
            default -> throw new IllegalArgumentException(request.architecture() + " is not a network");
        };
    }

    private static List<NetworkLayer> recurrent(RecurrentLayer.Cell cell, FitRequest request, int outputs) {
        boolean bidirectional = request.flag("bidirectional");
        boolean attention = request.flag("attention");
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
                attention
                        ? new AttentionPoolingLayer(bidirectional ? 2 * last : last)
                        : new NewestStepLayer(last, bidirectional));
        addDropout(layers, dropout);
        layers.add(new DenseLayer(request.integer("denseUnits"), true));
        layers.add(new DenseLayer(outputs, false));
        return layers;
    }

    private static void addDropout(List<NetworkLayer> layers, double rate) {
        if (rate > 0) {
            layers.add(new DropoutLayer(rate));
        }
    }
}
