package org.nocontact.reading;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The weights in an ONNX file and where they stand in it: the few fields of its protobuf (`onnx.proto`) that say so.
final class Onnx {
    private static final int GRAPH = 7;
    private static final int INITIALIZER = 5;
    private static final int FLOAT_DATA = 4;
    private static final int NAME = 8;
    private static final int RAW_DATA = 9;

    private final byte[] file;
    private final Map<String, Place> places = new LinkedHashMap<>();

    Onnx(byte[] file) {
        this.file = file;
        fields(0, file.length, (field, start, end) -> {
            if (field == GRAPH) {
                fields(start, end, this::initializer);
            }
        });
    }

    /// Bytes of the file that are one tensor's numbers.
    record Place(int start, int length) {}

    private interface Field {
        void at(int field, int start, int end);
    }

    /// The names of all tensors, in the order of the file.
    Iterable<String> names() {
        return places.keySet();
    }

    Place place(String name) {
        return Optional.ofNullable(places.get(name))
                .orElseThrow(() -> new IllegalArgumentException("The model has no tensor " + name));
    }

    float[] floats(String name) {
        var place = place(name);
        var floats = new float[place.length() / Float.BYTES];
        ByteBuffer.wrap(file, place.start(), place.length())
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(floats);
        return floats;
    }

    private void initializer(int field, int start, int end) {
        if (field != INITIALIZER) {
            return;
        }
        var name = new StringBuilder();
        var place = new Place[1];
        fields(start, end, (inner, from, to) -> {
            if (inner == NAME) {
                name.append(new String(file, from, to - from, StandardCharsets.UTF_8));
            } else if (inner == RAW_DATA || inner == FLOAT_DATA) {
                place[0] = new Place(from, to - from);
            }
        });
        if (place[0] != null) {
            places.put(name.toString(), place[0]);
        }
    }

    private void fields(int start, int end, Field seen) {
        var at = new int[] {start};
        while (at[0] < end) {
            long key = number(at);
            switch ((int) (key & 7)) {
                case 0 -> number(at);
                case 1 -> at[0] += Long.BYTES;
                case 2 -> {
                    int length = (int) number(at);
                    seen.at((int) (key >>> 3), at[0], at[0] + length);
                    at[0] += length;
                }
                case 5 -> at[0] += Float.BYTES;
                default -> throw new IllegalArgumentException("This is not an ONNX file.");
            }
        }
    }

    private long number(int[] at) {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte part = file[at[0]++];
            number |= (long) (part & 0x7F) << shift;
            if (part >= 0) {
                return number;
            }
        }
    }
}
