/** What tells danger in a client's words, and what is said to someone in danger. Lists in {@code config/}, nothing of a ticket. */
@NullMarked
package org.obhut.urgency;

import org.jspecify.annotations.NullMarked;
