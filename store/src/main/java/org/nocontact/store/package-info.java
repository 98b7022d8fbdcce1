@NullMarked
package org.nocontact.store;

import org.jspecify.annotations.NullMarked;
