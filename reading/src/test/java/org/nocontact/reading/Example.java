package org.nocontact.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// One example: direction, text, labels (some unsure, in measured files only), and the group that it is split by.
record Example(boolean in, String text, Set<String> labels, Set<String> unsure, String situation, String writer) {
    /// Reads every file of a folder, in the order of the names.
    static List<Example> readAll(Path folder) throws IOException {
        var all = new ArrayList<Example>();
        try (var files = Files.list(folder)) {
            for (var file :
                    files.filter(f -> f.toString().endsWith(".tsv")).sorted().toList()) {
                all.addAll(read(file));
            }
        }
        return all;
    }

    static List<Example> read(Path file) throws IOException {
        return Files.readAllLines(file).stream().skip(1).map(Example::parse).toList();
    }

    Example with(String otherText, Set<String> otherLabels) {
        return new Example(in, otherText, otherLabels, unsure, situation, writer);
    }

    /// Examples of one group are never on both sides of a split.
    String group() {
        return situation + '|' + writer;
    }

    private static Example parse(String line) {
        var columns = line.split("\t", -1);
        boolean written = columns.length >= 5;
        return new Example(
                columns[0].equals("in"),
                columns[1],
                labels(columns[2]),
                written || columns.length < 4 ? Set.of() : labels(columns[3]),
                written ? columns[3] : "",
                written ? columns[4] : "");
    }

    private static Set<String> labels(String column) {
        var labels = new TreeSet<String>();
        for (var label : column.split(",")) {
            if (!label.isBlank()) {
                labels.add(label.strip());
            }
        }
        return labels;
    }
}
