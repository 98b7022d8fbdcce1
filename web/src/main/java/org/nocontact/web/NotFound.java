package org.nocontact.web;

/// There is no such thing, or not any more.
final class NotFound extends RuntimeException {
    NotFound(String what) {
        super(what);
    }
}
