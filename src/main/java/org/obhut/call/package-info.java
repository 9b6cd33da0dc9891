/** Calls that a phone counsellor logs: a bare count, or a ticket. */
@NullMarked
package org.obhut.call;

import org.jspecify.annotations.NullMarked;
