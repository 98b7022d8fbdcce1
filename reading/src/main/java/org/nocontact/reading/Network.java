package org.nocontact.reading;

/// Turns a piece of text into a vector. Implementations are safe for many threads.
interface Embedder {
    /// How many numbers a vector has: the two halves are the model's `[CLS]` state and the mean of all states,
    /// each of length one.
    int SIZE = 768;

    /// The vector of `text`, read as far as one window reaches.
    float[] embed(CharSequence text);
}
