package org.nocontact.web;

import java.time.Clock;

/// What the site is told before it opens.
///
/// @param host the address it listens on; anything but loopback is reachable for others
/// @param port the port it listens on, 0 for any free one
/// @param product the name that stands in titles; a neutral one is a safety feature
/// @param key the secret that signs cookies, at least 32 bytes; a new one signs everybody out
public record SiteConfig(String host, int port, String product, byte[] key, Clock clock) {
    public SiteConfig {
        if (key.length < 32) {
            throw new IllegalArgumentException("The key for cookies has to be at least 32 bytes long.");
        }
        key = key.clone();
    }
}
