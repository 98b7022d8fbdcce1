package org.nocontact.core;

/// One way to reach the ex: the handle, and how the person wrote it down.
public record Way(Handle handle, String written) {
    public Way {
        written = written.strip();
    }
}
