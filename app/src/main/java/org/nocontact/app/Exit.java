package org.nocontact.app;

/// What a command's exit code says.
final class Exit {
    static final int DONE = 0;
    static final int FAULT = 1;
    static final int BAD_USAGE = 2;
    static final int HELD = 3;

    private Exit() {}
}
