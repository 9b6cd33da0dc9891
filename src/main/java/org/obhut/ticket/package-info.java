/** The case and everything in it. The desk is the only way in for people, reception the only one for mail; both check rights and end in one transaction. */
@NullMarked
package org.obhut.ticket;

import org.jspecify.annotations.NullMarked;
