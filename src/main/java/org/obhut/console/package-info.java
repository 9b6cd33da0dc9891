/** The web console. Every action is a plain form first; htmx only saves the reload. */
@NullMarked
package org.obhut.console;

import org.jspecify.annotations.NullMarked;
