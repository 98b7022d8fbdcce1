package org.nocontact.core;

/// What the gate answers to an [Attempt].
public sealed interface Verdict {

    /// Not about the ex: nothing is recorded.
    record Pass() implements Verdict {}

    /// It may go out, by this clause.
    record Allow(Clause clause) implements Verdict {}

    /// It is held, by this clause.
    record Hold(Clause clause) implements Verdict {}

    Pass PASS = new Pass();
}
