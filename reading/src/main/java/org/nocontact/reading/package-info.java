/// Reads one short personal message: what it is, which words say so, and how sure that is.
@NullMarked
package org.nocontact.reading;

import org.jspecify.annotations.NullMarked;
