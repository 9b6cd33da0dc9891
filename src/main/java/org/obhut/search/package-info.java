/**
 * Full text over what signed-in people may read, in memory alone. Words are there for as long as somebody who may read them is signed
 * in; nothing of them is ever in a file, a row, an address or a log.
 */
@NullMarked
package org.obhut.search;

import org.jspecify.annotations.NullMarked;
