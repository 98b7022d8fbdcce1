@NullMarked
package org.nocontact.app;

import org.jspecify.annotations.NullMarked;
