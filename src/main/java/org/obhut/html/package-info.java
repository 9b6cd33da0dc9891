/**
 * The HTML of strangers, made safe to look at: a list of what may stay, not of what must go. What comes out holds nothing that
 * runs, loads, submits, moves over other things or says that it leads somewhere else than it does.
 */
@NullMarked
package org.obhut.html;

import org.jspecify.annotations.NullMarked;
