/**
 * A fault in every handler of console and API. These classes go into a copy of the WAR that only tests deploy; the WAR itself knows
 * nothing of them.
 */
@NullMarked
package org.obhut.testing.fault;

import org.jspecify.annotations.NullMarked;
