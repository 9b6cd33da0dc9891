/** Who did what to keys, people and periods, without a word about a client. */
@NullMarked
package org.obhut.audit;

import org.jspecify.annotations.NullMarked;
