package org.nocontact.mail;

import java.time.Instant;
import org.nocontact.core.Words;

/// A message of the ex in a folder of the mailbox.
///
/// @param uid its number in the folder, for as long as the folder keeps its UIDVALIDITY
/// @param came when the server took it in
record Arrived(long uid, Instant came, Words words) {}
