/**
 * Sentences that are written again and again. A team's hold nothing of a client and stand in clear; a person's own are sealed to that
 * person, as people write what they want.
 */
@NullMarked
package org.obhut.textblock;

import org.jspecify.annotations.NullMarked;
