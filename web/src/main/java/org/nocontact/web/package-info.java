@NullMarked
package org.nocontact.web;

import org.jspecify.annotations.NullMarked;
