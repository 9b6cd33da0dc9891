/** Anonymous facts. This package may not know a message, an address or what an envelope holds. */
@NullMarked
package org.obhut.statistics;

import org.jspecify.annotations.NullMarked;
