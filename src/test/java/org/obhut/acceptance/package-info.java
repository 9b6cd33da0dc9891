/** Obhut as a whole, seen from outside: mail by SMTP and IMAP, people by API and console, and whoever gets hold of its files. */
@NullMarked
package org.obhut.acceptance;

import org.jspecify.annotations.NullMarked;
