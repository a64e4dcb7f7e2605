package io.tradewind.learning.foreign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;

/** ONNX files as other tools write them: their own names, opsets, shapes and types, and nothing of our exporter. */
final class PlainOnnx {

    static final int FLOAT = TensorProto.DataType.FLOAT.getNumber();
    static final int DOUBLE = TensorProto.DataType.DOUBLE.getNumber();
    static final int INT64 = TensorProto.DataType.INT64.getNumber();
    /** A dimension of any size. */
    static final long ANY = -1;

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("theirs");
    private final List<OperatorSetIdProto> opsets = new ArrayList<>();

    PlainOnnx opset(String domain, int version) {
        opsets.add(OperatorSetIdProto.newBuilder()
                .setDomain(domain)
                .setVersion(version)
                .build());
        return this;
    }

    PlainOnnx input(String name, int type, long... shape) {
        graph.addInput(value(name, type, shape));
        return this;
    }

    PlainOnnx output(String name, int type, long... shape) {
        graph.addOutput(value(name, type, shape));
        return this;
    }

    /** Weights in the typed field, where our exporter uses raw bytes. */
    PlainOnnx weights(String name, float[] values, long... shape) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(FLOAT);
        Arrays.stream(shape).forEach(tensor::addDims);
        for (float value : values) {
            tensor.addFloatData(value);
        }
        graph.addInitializer(tensor);
        return this;
    }

    PlainOnnx node(String operator, String domain, List<String> inputs, List<String> outputs, AttributeProto... with) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType(operator)
                .setDomain(domain)
                .addAllInput(inputs)
                .addAllOutput(outputs)
                .addAllAttribute(List.of(with)));
        return this;
    }

    PlainOnnx node(String operator, String input, String output, AttributeProto... with) {
        return node(operator, "", List.of(input), List.of(output), with);
    }

    static AttributeProto integer(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    static AttributeProto integers(String name, long... values) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        Arrays.stream(values).forEach(attribute::addInts);
        return attribute.build();
    }

    static AttributeProto floats(String name, float... values) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.FLOATS);
        for (float value : values) {
            attribute.addFloats(value);
        }
        return attribute.build();
    }

    static AttributeProto text(String name, String value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value))
                .build();
    }

    byte[] bytes() {
        if (opsets.isEmpty()) {
            opset("", 13);
        }
        return ModelProto.newBuilder()
                .setIrVersion(7)
                .setProducerName("theirs")
                .addAllOpsetImport(opsets)
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private static ValueInfoProto value(String name, int type, long... shape) {
        TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
        for (int i = 0; i < shape.length; i++) {
            dimensions.addDim(
                    shape[i] == ANY
                            ? TensorShapeProto.Dimension.newBuilder().setDimParam("d" + i)
                            : TensorShapeProto.Dimension.newBuilder().setDimValue(shape[i]));
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(
                                TypeProto.Tensor.newBuilder().setElemType(type).setShape(dimensions)))
                .build();
    }

    /** Logistic regression as exporters of scikit-learn write it: rows of features in, class and probabilities out. */
    static byte[] scikitLogistic(float... weights) {
        float[] coefficients = new float[2 * weights.length];
        for (int k = 0; k < weights.length; k++) {
            coefficients[k] = -weights[k];
            coefficients[weights.length + k] = weights[k];
        }
        return new PlainOnnx()
                .opset("", 13)
                .opset("ai.onnx.ml", 1)
                .input("float_input", FLOAT, ANY, weights.length)
                .output("output_label", INT64, ANY)
                .output("output_probability", FLOAT, ANY, 2)
                .node(
                        "LinearClassifier",
                        "ai.onnx.ml",
                        List.of("float_input"),
                        List.of("output_label", "output_probability"),
                        integers("classlabels_ints", 0, 1),
                        floats("coefficients", coefficients),
                        floats("intercepts", 0, 0),
                        text("post_transform", "SOFTMAX"))
                .bytes();
    }

    /** A network on whole windows: flattens, multiplies, softmax. */
    static PlainOnnx network(long window, long features, float[] weights, long outputs) {
        return new PlainOnnx()
                .input("x", FLOAT, ANY, window, features)
                .weights("w", weights, window * features, outputs)
                .node("Flatten", "x", "flat", integer("axis", 1))
                .node("MatMul", "", List.of("flat", "w"), List.of("scores"));
    }
}
