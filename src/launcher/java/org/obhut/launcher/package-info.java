/** Starts and stops everything on one machine with a JDK alone. It is no part of the WAR and talks to it only as its environment does: settings, HTTP, SMTP. */
@NullMarked
package org.obhut.launcher;

import org.jspecify.annotations.NullMarked;
