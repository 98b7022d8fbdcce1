package org.nocontact.reading;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The encoder of bge-small-en-v1.5 in a form that can be trained: twelve layers of Devlin et al., "BERT" (2019). The
/// word, place and type embeddings stay as they are.
final class Bert {
    static final int LAYERS = 12;
    static final int WIDTH = 384;
    private static final int INNER = 1536;
    private static final int HEADS = 12;
    private static final float EPSILON = 1e-12f;
    /// Names of the matrices of a layer in the order in which the exported file numbers them.
    private static final List<String> MATRICES = List.of(
            "attention.self.query",
            "attention.self.key",
            "attention.self.value",
            "attention.output.dense",
            "intermediate.dense",
            "output.dense");
    private static final float NEVER = -10_000;

    private final float dropout;
    private final Map<String, NDArray> weights = new LinkedHashMap<>();
    private final Map<String, String> tensors = new LinkedHashMap<>();

    Bert(NDManager manager, Onnx model, float dropout) {
        this.dropout = dropout;
        var matrices = new ArrayList<String>();
        for (var name : model.names()) {
            if (name.startsWith("onnx::MatMul")) {
                matrices.add(name);
            }
        }
        load(manager, model, "embeddings.word_embeddings.weight", new Shape(-1, WIDTH));
        load(manager, model, "embeddings.position_embeddings.weight", new Shape(-1, WIDTH));
        load(manager, model, "embeddings.token_type_embeddings.weight", new Shape(-1, WIDTH));
        load(manager, model, "embeddings.LayerNorm.weight", new Shape(WIDTH));
        load(manager, model, "embeddings.LayerNorm.bias", new Shape(WIDTH));
        for (int layer = 0; layer < LAYERS; layer++) {
            for (int i = 0; i < MATRICES.size(); i++) {
                var name = layer(layer) + MATRICES.get(i);
                tensors.put(name + ".weight", matrices.get(layer * MATRICES.size() + i));
                int outward = i == 4 ? INNER : WIDTH;
                load(manager, model, name + ".weight", new Shape(-1, outward));
                load(manager, model, name + ".bias", new Shape(outward));
            }
            for (var norm : List.of("attention.output.LayerNorm", "output.LayerNorm")) {
                load(manager, model, layer(layer) + norm + ".weight", new Shape(WIDTH));
                load(manager, model, layer(layer) + norm + ".bias", new Shape(WIDTH));
            }
        }
    }

    private void load(NDManager manager, Onnx model, String name, Shape shape) {
        var read = manager.create(model.floats(tensors.getOrDefault(name, name)));
        // A copy: the first array lies in memory of Java's, which is let go with it.
        weights.put(name, read.reshape(shape).duplicate());
        read.close();
    }

    private static String layer(int layer) {
        return "encoder.layer." + layer + ".";
    }

    /// The weights of the layers from this one on.
    Map<String, NDArray> from(int first) {
        var some = new LinkedHashMap<String, NDArray>();
        for (int layer = first; layer < LAYERS; layer++) {
            var prefix = layer(layer);
            weights.forEach((name, array) -> {
                if (name.startsWith(prefix)) {
                    some.put(name, array);
                }
            });
        }
        return some;
    }

    /// The name of a weight's tensor in the file.
    String tensor(String name) {
        return tensors.getOrDefault(name, name);
    }

    /// The states under layer `last`, a row for each text and piece.
    ///
    /// @param ids pieces with the marks at both ends, a row for each text, filled up with 0
    NDArray below(int last, NDArray ids) {
        var shape = ids.getShape();
        var words = ids.getNDArrayInternal()
                .embedding(ids, weights("embeddings.word_embeddings.weight"), SparseFormat.DENSE)
                .singletonOrThrow();
        var places = weights("embeddings.position_embeddings.weight").get("0:" + shape.get(1));
        var type = weights("embeddings.token_type_embeddings.weight").get(0);
        places.attach(ids.getManager());
        type.attach(ids.getManager());
        var there = ids.neq(0).toType(DataType.FLOAT32, false);
        var states = norm(words.add(places).add(type), "embeddings.LayerNorm");
        return layers(0, last, states, there, false);
    }

    /// The states of the last layer from those under layer `first`.
    ///
    /// @param there 1 where a text has a piece, 0 where its row was filled up
    NDArray above(int first, NDArray states, NDArray there, boolean training) {
        return layers(first, LAYERS, states, there, training);
    }

    private NDArray layers(int first, int last, NDArray states, NDArray there, boolean training) {
        var shape = there.getShape();
        var mask = there.sub(1).mul(-NEVER).reshape(shape.get(0), 1, 1, shape.get(1));
        var flat = states.reshape(-1, WIDTH);
        for (int layer = first; layer < last; layer++) {
            flat = layer(flat, mask, layer(layer), shape, training);
        }
        return flat.reshape(shape.get(0), shape.get(1), WIDTH);
    }

    private NDArray layer(NDArray states, NDArray mask, String layer, Shape shape, boolean training) {
        var attention = layer + "attention.";
        var query = split(linear(states, attention + "self.query"), shape);
        var key = split(linear(states, attention + "self.key"), shape);
        var value = split(linear(states, attention + "self.value"), shape);
        var scores = query.matMul(key.transpose(0, 1, 3, 2))
                .mul(1 / Math.sqrt(WIDTH / HEADS))
                .add(mask);
        var seen = scores.softmax(-1).matMul(value).transpose(0, 2, 1, 3).reshape(-1, WIDTH);
        var attended = norm(
                dropped(linear(seen, attention + "output.dense"), training).add(states),
                attention + "output.LayerNorm");
        var inner = linear(attended, layer + "intermediate.dense")
                .getNDArrayInternal()
                .gelu();
        return norm(dropped(linear(inner, layer + "output.dense"), training).add(attended), layer + "output.LayerNorm");
    }

    private static NDArray split(NDArray states, Shape shape) {
        return states.reshape(shape.get(0), shape.get(1), HEADS, WIDTH / HEADS).transpose(0, 2, 1, 3);
    }

    private NDArray linear(NDArray states, String name) {
        return states.matMul(weights(name + ".weight")).add(weights(name + ".bias"));
    }

    private NDArray norm(NDArray states, String name) {
        return states.getNDArrayInternal()
                .layerNorm(states, new Shape(WIDTH), weights(name + ".weight"), weights(name + ".bias"), EPSILON)
                .singletonOrThrow();
    }

    private NDArray dropped(NDArray states, boolean training) {
        return training ? dropout(states, dropout) : states;
    }

    static NDArray dropout(NDArray states, float share) {
        NDList list = states.getNDArrayInternal().dropout(states, share, true);
        return list.singletonOrThrow();
    }

    private NDArray weights(String name) {
        var array = weights.get(name);
        if (array == null) {
            throw new IllegalArgumentException("The model has no weights " + name);
        }
        return array;
    }
}
