package org.nocontact.reading;

/// Scores a text, as [Scale] reads them: the larger the score of a label, the more the text reads like it.
/// Implementations are safe for many threads.
interface Network {
    /// The scores of `text`, read as far as one window reaches.
    float[] scores(CharSequence text);

    Scale scale();
}
