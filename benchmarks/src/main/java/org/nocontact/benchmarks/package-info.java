/// How fast the program is, measured with JMH. See `README.md` in the module's folder.
@NullMarked
package org.nocontact.benchmarks;

import org.jspecify.annotations.NullMarked;
