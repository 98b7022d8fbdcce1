package org.nocontact.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;

/// Answers lines on all processors and writes the answers in the order of the lines, each as soon as it can be: a
/// program that asks line by line has its answer before it asks again.
final class AnswersInOrder {
    private static final int WAITING_FOR_EACH_PROCESSOR = 8;
    private static final CompletableFuture<String> NO_MORE = new CompletableFuture<>();

    private final BlockingQueue<Future<String>> answers;
    private final UnaryOperator<String> answer;

    private AnswersInOrder(int processors, UnaryOperator<String> answer) {
        this.answers = new ArrayBlockingQueue<>(processors * WAITING_FOR_EACH_PROCESSOR);
        this.answer = answer;
    }

    /// Returns when the last answer is written.
    ///
    /// @throws Trouble of a line, or when the answers cannot be written
    static void write(MessageLines lines, UnaryOperator<String> answer, PrintWriter out)
            throws IOException, InterruptedException {
        var processors = Runtime.getRuntime().availableProcessors();
        var threads = Thread.ofPlatform().name("read-", 1).daemon().factory();
        try (var workers = Executors.newFixedThreadPool(processors, threads)) {
            var inOrder = new AnswersInOrder(processors, answer);
            var asking = Thread.ofPlatform().name("lines").daemon().start(() -> inOrder.ask(lines, workers));
            try {
                inOrder.print(out);
            } finally {
                asking.interrupt();
                workers.shutdownNow();
            }
        }
    }

    private void ask(MessageLines lines, ExecutorService workers) {
        try {
            for (var line = lines.next(); line != null; line = lines.next()) {
                var asked = line;
                answers.put(workers.submit(() -> answer.apply(asked)));
            }
            answers.put(NO_MORE);
        } catch (IOException | RuntimeException fault) {
            stop(CompletableFuture.failedFuture(fault));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop(Future<String> because) {
        try {
            answers.put(because);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void print(PrintWriter out) throws IOException, InterruptedException {
        for (var next = answers.take(); next != NO_MORE; next = answers.take()) {
            out.print(answered(next, out));
            out.print('\n');
            if (answers.isEmpty() && out.checkError()) {
                throw new Trouble("The answers could not be written: look whether what takes them is still there.");
            }
        }
        out.flush();
    }

    private static String answered(Future<String> next, PrintWriter out) throws IOException, InterruptedException {
        try {
            return next.get();
        } catch (ExecutionException fault) {
            out.flush();
            switch (fault.getCause()) {
                case IOException unreadable -> throw unreadable;
                case RuntimeException other -> throw other;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(fault);
            }
        }
    }
}
