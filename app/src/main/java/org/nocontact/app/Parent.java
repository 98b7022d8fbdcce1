package org.nocontact.app;

import org.jspecify.annotations.Nullable;

/// The command that stands before another one; picocli sets it.
final class Parent {
    private Parent() {}

    static <T> T of(@Nullable T parent) {
        if (parent == null) {
            throw new IllegalStateException("A command was run without the one before it.");
        }
        return parent;
    }
}
