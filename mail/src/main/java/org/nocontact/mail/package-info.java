/// Stands on e-mail: the gate that a mail program sends through, and the watcher that takes in quietly what the ex
/// sends.
@NullMarked
package org.nocontact.mail;

import org.jspecify.annotations.NullMarked;
