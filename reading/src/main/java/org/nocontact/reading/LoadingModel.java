package org.nocontact.reading;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// The model, loaded once by a thread of its own when it is first asked for.
final class LoadingModel {
    private final Opening opening;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile ModelState state = new ModelState.NotLoaded();
    private volatile @Nullable Network network;

    LoadingModel(Opening opening) {
        this.opening = opening;
    }

    /// Opens the model, which may take a second; may fail in any way that native code can.
    interface Opening {
        Network open() throws IOException;
    }

    static LoadingModel never(String why) {
        var model = new LoadingModel(() -> {
            throw new IOException(why);
        });
        model.begun.set(true);
        model.state = new ModelState.Unavailable(why);
        model.done.countDown();
        return model;
    }

    ModelState state() {
        return state;
    }

    Optional<Network> ready() {
        return Optional.ofNullable(network);
    }

    void begin() {
        if (begun.compareAndSet(false, true)) {
            state = new ModelState.Loading();
            Thread.ofPlatform().name("reading-model").daemon().start(this::open);
        }
    }

    ModelState await(Duration atMost) throws InterruptedException {
        begin();
        var unused = done.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        return state;
    }

    private void open() {
        try {
            var opened = opening.open();
            opened.scores("warm");
            network = opened;
            state = new ModelState.Ready();
        } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError e) {
            state = new ModelState.Unavailable("The reading model cannot be loaded here (" + e.getMessage()
                    + "). The cues read alone, and more is held.");
        } finally {
            done.countDown();
        }
    }
}
