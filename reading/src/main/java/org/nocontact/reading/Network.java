package org.nocontact.reading;

/// Scores a text: the larger the score of a label, the more the text reads like it. Implementations are safe for many
/// threads.
interface Network {
    /// One score for each [InLabel], then one for each [OutLabel] that is learnt, in their order.
    int SCORES = InLabel.values().length + Heads.OUT_LABELS;

    /// The scores of `text`, read as far as one window reaches.
    float[] scores(CharSequence text);
}
