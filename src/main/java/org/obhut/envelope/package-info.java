/** Sealing. Every byte of a client leaves memory only through an envelope of this package; nothing here knows what a ticket is. */
@NullMarked
package org.obhut.envelope;

import org.jspecify.annotations.NullMarked;
