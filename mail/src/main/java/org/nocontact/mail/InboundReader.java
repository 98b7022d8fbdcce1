package org.nocontact.mail;

import java.util.Optional;
import org.nocontact.core.InboundLabel;
import org.nocontact.core.Words;

/// Says what a message of the ex is. It may take its time: the message is in the ledger and out of sight by then.
@FunctionalInterface
public interface InboundReader {

    /// Empty when it is not sure.
    Optional<InboundLabel> read(Words words);

    /// Reads nothing: the person says what it is.
    static InboundReader leavingItToThePerson() {
        return _ -> Optional.empty();
    }
}
