package org.nocontact.reading;

/// Whether the embedding model is there.
public sealed interface ModelState {
    /// Nobody has needed it yet.
    record NotLoaded() implements ModelState {}

    /// It is being loaded; until then the cues answer alone.
    record Loading() implements ModelState {}

    record Ready() implements ModelState {}

    /// It will not come in this run of the program.
    ///
    /// @param why one sentence for the person
    record Unavailable(String why) implements ModelState {}
}
