package org.nocontact.mail;

/// What a mail program sends after DATA, to its end.
final class ClientData {
    static final Reply BAD_LINES = Reply.of(554, "5.6.0 Line ends have to be CR and LF; nothing was sent");
    private static final byte[] END = {'\r', '\n', '.', '\r', '\n'};

    private final Client client;
    private final DataScan scan = new DataScan();

    ClientData(Client client) {
        this.client = client;
    }

    /// Takes a piece of content.
    @FunctionalInterface
    interface Taker {
        /// @param atLineStart whether the piece begins a line
        void take(byte[] bytes, int from, int to, boolean atLineStart);
    }

    /// Hands over the content piece by piece.
    ///
    /// @param withTheDot whether the line with the final dot belongs to it
    /// @return false when a byte came that no content has; everything before it was handed over
    boolean read(boolean withTheDot, Taker taker) {
        var wire = client.wire();
        while (true) {
            var atLineStart = scan.isAtLineStart();
            var from = wire.from;
            var end = scan.scan(wire.bytes, from, wire.to);
            var ended = scan.state() == DataScan.State.ENDED;
            var upTo = ended && !withTheDot ? end - FINAL_DOT : end;
            wire.from = end;
            if (upTo > from) {
                taker.take(wire.bytes, from, upTo, atLineStart);
            }
            if (scan.state() != DataScan.State.MORE) {
                return ended;
            }
            wire.expectMuch();
            client.fill();
        }
    }

    private static final int FINAL_DOT = 3;

    /// Reads on to the end without looking at what it is, so that the mail program hears what is said
    /// afterwards.
    void skip() {
        if (scan.state() == DataScan.State.ENDED) {
            return;
        }
        var wire = client.wire();
        var matched = scan.isAtLineStart() ? 2 : 0;
        while (true) {
            while (wire.from < wire.to) {
                var b = wire.bytes[wire.from++];
                matched = b == END[matched] ? matched + 1 : b == '\r' ? 1 : 0;
                if (matched == END.length) {
                    return;
                }
            }
            client.fill();
        }
    }
}
