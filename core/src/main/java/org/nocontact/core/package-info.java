@NullMarked
package org.nocontact.core;

import org.jspecify.annotations.NullMarked;
