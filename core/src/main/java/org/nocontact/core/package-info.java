/// The rule, the gate that decides by it, the events that are kept of it, and the story they add up to. No input or
/// output.
@NullMarked
package org.nocontact.core;

import org.jspecify.annotations.NullMarked;
