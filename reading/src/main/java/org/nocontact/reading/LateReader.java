package org.nocontact.reading;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A reader that is made when it is first needed, so that a start does not wait for its cues and weights.
public final class LateReader implements MessageReader {
    private final Supplier<Reader> making;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Reader made;

    public LateReader(Supplier<Reader> making) {
        this.making = making;
    }

    @Override
    public Inbound readIn(String text) {
        return reader().readIn(text);
    }

    @Override
    public Draft readOut(String text, Set<String> topics) {
        return reader().readOut(text, topics);
    }

    @Override
    public void warmUp() {
        if (made == null) {
            Thread.ofPlatform().name("reading").daemon().start(() -> reader().warmUp());
        } else {
            reader().warmUp();
        }
    }

    @Override
    public ModelState await(Duration atMost) throws InterruptedException {
        return reader().await(atMost);
    }

    private Reader reader() {
        var there = made;
        if (there != null) {
            return there;
        }
        lock.lock();
        try {
            var reader = made == null ? making.get() : made;
            made = reader;
            return reader;
        } finally {
            lock.unlock();
        }
    }
}
