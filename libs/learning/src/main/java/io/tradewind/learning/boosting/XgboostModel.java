package io.tradewind.learning.boosting;

import java.io.IOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradewind.learning.fit.FitFailedException;

/** Works on XGBoost's JSON model format. */
final class XgboostModel {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private XgboostModel() {}

    /** The model of its first rounds only, which the library can load like any other. */
    static byte[] firstRounds(byte[] json, int rounds) {
        try {
            ObjectNode root = (ObjectNode) MAPPER.readTree(json);
            ObjectNode model =
                    (ObjectNode) root.path("learner").path("gradient_booster").path("model");
            // A round grows one tree per class; this list says where each round starts.
            int trees = model.path("iteration_indptr").path(rounds).asInt();
            cut(model, "tree_info", trees);
            cut(model, "trees", trees);
            cut(model, "iteration_indptr", rounds + 1);
            ((ObjectNode) model.path("gbtree_model_param")).put("num_trees", Integer.toString(trees));
            return MAPPER.writeValueAsBytes(root);
        } catch (IOException e) {
            throw new FitFailedException("XGBoost's model is not readable", e);
        }
    }

    private static void cut(ObjectNode parent, String name, int size) {
        JsonNode node = parent.path(name);
        if (!(node instanceof ArrayNode array)) {
            throw new FitFailedException("XGBoost's model has no " + name);
        }
        while (array.size() > size) {
            array.remove(array.size() - 1);
        }
    }
}
