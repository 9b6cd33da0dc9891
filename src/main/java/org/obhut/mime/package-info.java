/**
 * The bytes of a mail as fields, parts and texts (RFC 5322, 2045 to 2047, 2231, 6532): pure reading, which knows nothing of
 * mailboxes or tickets and forgives whatever a mail program may have got wrong.
 */
@NullMarked
package org.obhut.mime;

import org.jspecify.annotations.NullMarked;
