package org.nocontact.reading;

import java.io.*;
import java.nio.file.*;
import java.util.*;

/// Experiments.
final class Lab {
    static final Map<String, float[]> CACHE = new HashMap<>();
    static BgeEmbedder model;

    static float[] embed(String plain) { return CACHE.computeIfAbsent(plain, model::embed); }

    static void load(Path p) throws IOException {
        if (!Files.exists(p)) return;
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(p), 1 << 20))) {
            int n = in.readInt();
            for (int i = 0; i < n; i++) { var k = in.readUTF(); var v = new float[768]; var b = new byte[768*4]; in.readFully(b); java.nio.ByteBuffer.wrap(b).asFloatBuffer().get(v); CACHE.put(k, v); }
        }
    }
    static void save(Path p) throws IOException {
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(p), 1 << 20))) {
            out.writeInt(CACHE.size());
            for (var e : CACHE.entrySet()) { out.writeUTF(e.getKey()); var b = java.nio.ByteBuffer.allocate(768*4); b.asFloatBuffer().put(e.getValue()); out.write(b.array()); }
        }
    }

    static final List<String> IN = Arrays.stream(InLabel.values()).map(InLabel::word).toList();
    static final List<String> OUT = Arrays.stream(OutLabel.values()).filter(l -> l != OutLabel.OFF_TOPIC).map(OutLabel::word).toList();

    /// dims -> weights[c][size]
    static float[][] train(List<Features.Vector> xs, double[][] ys, double[] ew, int size, boolean softmax, double l2, int iters) {
        int C = ys[0].length, N = xs.size();
        var w = new float[C][size]; var m = new float[C][size]; var v = new float[C][size]; 
        double W = 0; for (double e : ew) W += e;
        for (int it = 1; it <= iters; it++) {
            var g = new float[C][size];
            for (int i = 0; i < N; i++) {
                var x = xs.get(i); var p = new double[C];
                for (int c = 0; c < C; c++) p[c] = x.dot(w[c]);
                probs(p, softmax);
                for (int c = 0; c < C; c++) {
                    float d = (float) ((p[c] - ys[i][c]) * ew[i] / W);
                    if (Math.abs(d) < 1e-7f) continue;
                    var gc = g[c]; var pl = x.places(); var va = x.values();
                    for (int k = 0; k < pl.length; k++) gc[pl[k]] += d * va[k];
                }
            }
            double lr = 0.05 * Math.min(1, 2.0 * (iters - it + 1) / iters);
            double b1 = 1 - Math.pow(0.9, it), b2 = 1 - Math.pow(0.999, it);
            for (int c = 0; c < C; c++) for (int k = 0; k < size; k++) {
                float gg = g[c][k] + (k == 0 ? 0 : (float) (l2 * w[c][k]));
                m[c][k] = 0.9f * m[c][k] + 0.1f * gg; v[c][k] = 0.999f * v[c][k] + 0.001f * gg * gg;
                w[c][k] -= (float) (lr * (m[c][k] / b1) / (Math.sqrt(v[c][k] / b2) + 1e-8));
            }
        }
        return w;
    }
    static void probs(double[] p, boolean softmax) {
        if (softmax) { double mx = Arrays.stream(p).max().getAsDouble(), s = 0; for (int c = 0; c < p.length; c++) { p[c] = Math.exp(p[c] - mx); s += p[c]; } for (int c = 0; c < p.length; c++) p[c] /= s; }
        else for (int c = 0; c < p.length; c++) p[c] = 1 / (1 + Math.exp(-p[c]));
    }

    static Features features; 
    static boolean EMB = true;
    static Features.Vector vec(String text) {
        var plain = PlainText.of(text).text();
        return features.of(plain, text, EMB ? embed(plain) : new float[0]);
    }

    static String rank(String a, String b) { return IN.indexOf(a) < IN.indexOf(b) ? a : b; }

    static List<Example> augment(List<Example> xs, Random r, int joins) {
        var out = new ArrayList<Example>();
        for (var x : xs) if (r.nextDouble() < 0.5) out.add(new Example(x.in(), noise(x.text(), r), x.labels(), Set.of(), x.group()));
        for (int j = 0; j < joins; j++) {
            var a = xs.get(r.nextInt(xs.size())); var b = xs.get(r.nextInt(xs.size()));
            if (a.in() != b.in() || a.text().length() + b.text().length() > 400) continue;
            var labels = new TreeSet<String>();
            if (a.in()) labels.add(rank(a.labels().iterator().next(), b.labels().iterator().next()));
            else { labels.addAll(a.labels()); labels.addAll(b.labels());
                if (labels.contains("respectful") && labels.stream().anyMatch(l -> Set.of("begging","pressure","blame","guilt").contains(l))) labels.remove("respectful");
                if (labels.size() > 3) continue;
                if (labels.contains("fishing") && labels.size() > 1 && !labels.contains("practical") && !labels.contains("declaration")&& !labels.contains("pressure")) continue; }
            out.add(new Example(a.in(), a.text() + (a.text().matches(".*[.!?]") ? " " : r.nextBoolean() ? ". " : "\n") + b.text(), labels, Set.of(), a.group()));
        }
        return out;
    }
    static String noise(String t, Random r) {
        var s = t;
        int k = r.nextInt(6);
        if (k == 0) s = s.toLowerCase(Locale.ROOT);
        if (k == 1) s = s.replaceAll("[.,!']", "").toLowerCase(Locale.ROOT);
        if (k == 2) s = s.toUpperCase(Locale.ROOT);
        if (k == 3 && s.length() > 10) { int i = 1 + r.nextInt(s.length() - 3); s = s.substring(0, i) + s.charAt(i + 1) + s.charAt(i) + s.substring(i + 2); }
        if (k == 4) s = s + new String[] {" x", " xx", " lol", " ok", "...", " tbh", " pls"}[r.nextInt(6)];
        if (k == 5) s = s.replaceAll("\\byou\\b", "u").replaceAll("\\byour\\b", "ur").replaceAll("\\bare\\b", "r").replace("'", "");
        return s;
    }

    static double[] y(Example x, List<String> labels) { var y = new double[labels.size()]; for (int c = 0; c < y.length; c++) y[c] = x.labels().contains(labels.get(c)) ? 1 : 0; return y; }

    static float[][] fit(List<Example> xs, List<String> labels, boolean softmax, double l2, int iters) {
        var vs = new ArrayList<Features.Vector>(); var ys = new double[xs.size()][]; var ew = new double[xs.size()];
        var freq = new HashMap<String, Integer>();
        for (var x : xs) for (var l : x.labels()) freq.merge(l, 1, Integer::sum);
        for (int i = 0; i < xs.size(); i++) { vs.add(vec(xs.get(i).text())); ys[i] = y(xs.get(i), labels); ew[i] = 1; }
        return train(vs, ys, ew, features.size(EMB), softmax, l2, iters);
    }

    static double[] predict(float[][] w, String text, boolean softmax) {
        var x = vec(text); var p = new double[w.length];
        for (int c = 0; c < p.length; c++) p[c] = x.dot(w[c]);
        probs(p, softmax); return p;
    }

    public static void main(String[] a) throws Exception {
        var cachePath = Path.of("/tmp/rd/cache.bin");
        load(cachePath);
        int before = CACHE.size();
        model = new BgeEmbedder(Path.of("/tmp/rd/bge-small-en-v1.5-q.onnx"), WordPiece.from(Files.newInputStream(Path.of("/tmp/rd/bge-small-en-v1.5-q-tokenizer.json"))));
        features = new Features(Cues.load());
        EMB = !Boolean.getBoolean("noemb");
        double l2 = Double.parseDouble(System.getProperty("l2", "1e-4"));
        int iters = Integer.getInteger("iters", 150), joins = Integer.getInteger("joins", 1500);
        var all = Example.readAll(Path.of("src/train/messages"));
        var sample = Example.read(Path.of("/work/shared/data/messages-sample.tsv"));
        long t0 = System.nanoTime();
        for (boolean in : new boolean[] {true, false}) {
            var labels = in ? IN : OUT;
            var xs = new ArrayList<>(all.stream().filter(x -> x.in() == in).toList());
            int folds = Integer.getInteger("folds", 4);
            var oof = new LinkedHashMap<Example, double[]>();
            for (int f = 0; f < folds; f++) {
                int ff = f;
                var tr = xs.stream().filter(x -> Math.floorMod(x.group().hashCode() * 31 + 7, folds) != ff).toList();
                var te = xs.stream().filter(x -> Math.floorMod(x.group().hashCode() * 31 + 7, folds) == ff).toList();
                if (te.isEmpty()) continue;
                var full = new ArrayList<>(tr); full.addAll(augment(tr, new Random(1), joins));
                var w = fit(full, labels, in, l2, iters);
                for (var x : te) oof.put(x, predict(w, x.text(), in));
            }
            var full = new ArrayList<>(xs); full.addAll(augment(xs, new Random(1), joins));
            var w = fit(full, labels, in, l2, iters);
            var sp = new LinkedHashMap<Example, double[]>();
            for (var x : sample) if (x.in() == in) sp.put(x, predict(w, x.text(), in));
            if (CACHE.size() > before) save(cachePath);
            if (in) { System.out.println("IN  held-out " + reportIn(oof, false)); System.out.println("IN  sample   " + reportIn(sp, Boolean.getBoolean("show"))); }
            else { var th = thresholds(oof); System.out.println("OUT held-out " + reportOut(oof, th, false)); System.out.println("OUT sample   " + reportOut(sp, th, Boolean.getBoolean("show"))); }
            if (Boolean.getBoolean("showoof")) { if (in) reportIn(oof, true); else reportOut(oof, thresholds(oof), true); }
        }
        System.out.println((System.nanoTime() - t0) / 1e9 + " s");
        if (CACHE.size() > before) save(cachePath);
    }
    static String reportIn(Map<Example, double[]> m, boolean show) {
        int n = IN.size(); var conf = new int[n][n];
        for (var e : m.entrySet()) { int b = 0; var p = e.getValue(); for (int c = 1; c < n; c++) if (p[c] > p[b]) b = c; int t = IN.indexOf(e.getKey().labels().iterator().next()); conf[t][b]++;
            if (show && t != b) System.out.printf("  %s -> %s %.2f | %s%n", IN.get(t), IN.get(b), p[b], e.getKey().text()); }
        double f = 0; var s = new StringBuilder();
        for (int c = 0; c < n; c++) { int tp = conf[c][c], fp = 0, fn = 0; for (int k = 0; k < n; k++) if (k != c) { fp += conf[k][c]; fn += conf[c][k]; } double f1 = 2.0 * tp / Math.max(1, 2 * tp + fp + fn); f += f1; s.append(String.format(" %s %.2f", IN.get(c), f1)); }
        return String.format("macro %.3f |", f / n) + s;
    }
    static double[] thresholds(Map<Example, double[]> m) {
        var th = new double[OUT.size()];
        for (int c = 0; c < th.length; c++) { double best = -1; for (double t = 0.15; t < 0.8; t += 0.025) { double f = f1(m, c, t)[0]; if (f > best) { best = f; th[c] = t; } } }
        return th;
    }
    static double[] f1(Map<Example, double[]> m, int c, double t) {
        int tp = 0, fp = 0, fn = 0; var l = OUT.get(c);
        for (var e : m.entrySet()) { if (e.getKey().unsure().contains(l)) continue; boolean y = e.getKey().labels().contains(l), p = e.getValue()[c] >= t; if (y && p) tp++; else if (p) fp++; else if (y) fn++; }
        return new double[] {2.0 * tp / Math.max(1, 2 * tp + fp + fn), tp, fp, fn};
    }
    static String reportOut(Map<Example, double[]> m, double[] th, boolean show) {
        var s = new StringBuilder();
        for (int c = 0; c < th.length; c++) { var f = f1(m, c, th[c]); s.append(String.format(" %s %.2f(%d,%d,%d @%.2f)", OUT.get(c), f[0], (int) f[1], (int) f[2], (int) f[3], th[c])); }
        int calm = 0, flagged = 0;
        for (var e : m.entrySet()) { var p = e.getValue();
            var bad = new ArrayList<String>(); boolean wrong = false;
            for (int c = 0; c < th.length; c++) { boolean hit = p[c] >= th[c]; var l = OUT.get(c); if (hit && !l.equals("practical") && !l.equals("respectful")) bad.add(l); if (hit != e.getKey().labels().contains(l) && !e.getKey().unsure().contains(l)) wrong = true; }
            if (Set.of("practical","respectful").containsAll(e.getKey().labels())) { calm++; if (!bad.isEmpty()) flagged++; }
            if (show && wrong) { var q = new StringBuilder(); for (int c = 0; c < th.length; c++) if (p[c] >= th[c]) q.append(OUT.get(c)).append(String.format(" %.2f ", p[c])); System.out.println("  " + e.getKey().labels() + (e.getKey().unsure().isEmpty() ? "" : "?" + e.getKey().unsure()) + " -> " + q + " | " + e.getKey().text()); }
        }
        return s + String.format(" calm flagged %d/%d", flagged, calm);
    }
}
