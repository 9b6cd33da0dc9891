/** Replies on their way to SMTP. Bytes are fixed when a reply is accepted, so that a retry can never send something else. */
@NullMarked
package org.obhut.outbox;

import org.jspecify.annotations.NullMarked;
