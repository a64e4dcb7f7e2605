package io.tradewind.learning.bundle;

import java.util.List;
import java.util.Map;

/**
 * One model file of a bundle that holds several.
 *
 * @param member number of the member it belongs to, from 0; the files of one member give different outputs, as trees do that need a
 *     model per horizon
 * @param file its file in the bundle
 * @param weight the member's weight among the members, at least 0
 * @param window newest rows of the bundle's window that it sees
 * @param outputs which of the bundle's outputs it gives, neighbours in their order
 */
public record BundleMember(
        int member,
        String file,
        String architecture,
        Map<String, Object> hyperparameters,
        double weight,
        int window,
        List<String> outputs) {

    public BundleMember {
        hyperparameters = Map.copyOf(hyperparameters);
        outputs = List.copyOf(outputs);
    }
}
