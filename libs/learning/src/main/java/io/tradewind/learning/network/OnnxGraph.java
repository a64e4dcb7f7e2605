package io.tradewind.learning.network;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;

/** Collects the nodes and weights of an ONNX graph; every value gets a name of its own. */
final class OnnxGraph {

    private static final int OPSET = 17;
    private static final int IR_VERSION = 8;

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("model");
    private int names;

    /** Adds a node with one output and returns the output's name. */
    String node(String operator, List<String> inputs, AttributeProto... attributes) {
        String output = name(operator);
        graph.addNode(NodeProto.newBuilder()
                .setName(output)
                .setOpType(operator)
                .addAllInput(inputs)
                .addOutput(output)
                .addAllAttribute(List.of(attributes)));
        return output;
    }

    /** Adds weights of that shape; no dimensions make a scalar. */
    String weights(String name, float[] values, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return initializer(name, TensorProto.DataType.FLOAT, bytes, shape);
    }

    /** Adds whole numbers, as for target shapes and indices; an empty shape makes a scalar. */
    String integers(String name, long[] values, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return initializer(name, TensorProto.DataType.INT64, bytes, shape);
    }

    private String initializer(String name, TensorProto.DataType type, ByteBuffer bytes, long... shape) {
        String unique = name(name);
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(unique)
                .setDataType(type.getNumber())
                .setRawData(ByteString.copyFrom(bytes.array()));
        for (long dimension : shape) {
            tensor.addDims(dimension);
        }
        graph.addInitializer(tensor);
        return unique;
    }

    private String name(String base) {
        names++;
        return base + "_" + names;
    }

    static AttributeProto integer(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    static AttributeProto decimal(String name, float value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.FLOAT)
                .setF(value)
                .build();
    }

    static AttributeProto text(String name, String value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value))
                .build();
    }

    static AttributeProto integerList(String name, long... values) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        for (long value : values) {
            attribute.addInts(value);
        }
        return attribute.build();
    }

    /** Declares the input, of any batch size. */
    String input(String name, long... shapeAfterBatch) {
        graph.addInput(value(name, shapeAfterBatch));
        return name;
    }

    /** Declares a value as the output under a name of its own. */
    void output(String value, String name, long... shapeAfterBatch) {
        graph.addNode(NodeProto.newBuilder()
                .setName(name)
                .setOpType("Identity")
                .addInput(value)
                .addOutput(name));
        graph.addOutput(value(name, shapeAfterBatch));
    }

    private static ValueInfoProto value(String name, long... shapeAfterBatch) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("batch"));
        for (long dimension : shapeAfterBatch) {
            shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(dimension));
        }
        TypeProto.Tensor tensor = TypeProto.Tensor.newBuilder()
                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                .setShape(shape)
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }

    /** The finished model with metadata any runtime can show. */
    byte[] model(Map<String, String> metadata) {
        ModelProto.Builder model = ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("tradewind")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
                .setGraph(graph);
        metadata.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> model.addMetadataProps(StringStringEntryProto.newBuilder()
                        .setKey(entry.getKey())
                        .setValue(entry.getValue())));
        return model.build().toByteArray();
    }
}
