/** The way of a mail from IMAP into a sealed ticket. A mail leaves the server only after the commit that holds it. */
@NullMarked
package org.obhut.mailbox;

import org.jspecify.annotations.NullMarked;
