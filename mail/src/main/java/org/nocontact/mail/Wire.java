package org.nocontact.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLSocket;

/// One end of a connection: what came and was not taken yet, and what is to go out. For one thread.
///
/// `bytes[from, to)` is what came.
final class Wire implements AutoCloseable {
    private static final int SMALL = 8 << 10;
    private static final int LARGE = 64 << 10;

    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private byte[] waiting = new byte[1 << 10];
    private int waits;

    byte[] bytes = new byte[SMALL];
    int from;
    int to;

    Wire(Socket socket, Duration silence) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
        allow(silence);
    }

    Socket socket() {
        return socket;
    }

    void allow(Duration silence) throws IOException {
        socket.setSoTimeout((int) silence.toMillis());
    }

    boolean isPrivate() {
        return socket instanceof SSLSocket;
    }

    /// Goes on over TLS. What came in the clear and was not taken is thrown away: whoever is on the way could
    /// have added
    /// it.
    void goOnOver(SSLSocket secured) throws IOException {
        from = to = 0;
        waits = 0;
        secured.startHandshake();
        socket = secured;
        in = secured.getInputStream();
        out = secured.getOutputStream();
    }

    /// Waits for more.
    ///
    /// @return false when no more will come
    boolean fill() throws IOException {
        if (from == to) {
            from = to = 0;
        } else if (to == bytes.length) {
            makeRoom();
        }
        var came = in.read(bytes, to, bytes.length - to);
        if (came < 0) {
            return false;
        }
        to += came;
        return true;
    }

    /// To be called where long content is to be expected.
    void expectMuch() {
        if (to == bytes.length && bytes.length < LARGE) {
            resize(LARGE);
        }
    }

    private void makeRoom() {
        if (from > 0) {
            System.arraycopy(bytes, from, bytes, 0, to - from);
            to -= from;
            from = 0;
        } else {
            resize(Math.min(2 * bytes.length, LARGE));
        }
    }

    private void resize(int size) {
        var larger = new byte[size];
        System.arraycopy(bytes, from, larger, 0, to - from);
        to -= from;
        from = 0;
        bytes = larger;
    }

    /// Where the next LF is among what came; -1 when there is none.
    int endOfLine() {
        for (var at = from; at < to; at++) {
            if (bytes[at] == '\n') {
                return at;
            }
        }
        return -1;
    }

    void say(byte[] said) {
        if (waits + said.length > waiting.length) {
            waiting = java.util.Arrays.copyOf(waiting, Math.max(2 * waiting.length, waits + said.length));
        }
        System.arraycopy(said, 0, waiting, waits, said.length);
        waits += said.length;
    }

    void flush() throws IOException {
        if (waits > 0) {
            var length = waits;
            waits = 0;
            out.write(waiting, 0, length);
            out.flush();
        }
    }

    /// Sends bytes without keeping them, after what waits.
    void send(byte[] sent, int first, int length) throws IOException {
        flush();
        out.write(sent, first, length);
        out.flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException goneAnyway) {
            return;
        }
    }
}
