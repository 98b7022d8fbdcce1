package org.nocontact.reading;

import java.time.Duration;
import java.util.Set;

/// What reads messages for the rest of the program; [Reader] does, and tests have readers of their own. Safe for many
/// threads.
public interface MessageReader {

    /// Reads what the ex wrote.
    Inbound readIn(String text);

    /// Reads what the person is about to write.
    ///
    /// @param topics what a limited rule leaves open; none at all: no draft is off topic
    Draft readOut(String text, Set<String> topics);

    /// Begins to load the model, if nobody has; returns at once.
    void warmUp();

    /// Waits until the model is there or cannot come, at most so long.
    ModelState await(Duration atMost) throws InterruptedException;
}
