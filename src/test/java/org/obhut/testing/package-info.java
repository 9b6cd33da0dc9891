/** What tests of the whole share: one Obhut for the run, made of the real WAR, a real database and a real mail server, and a browser on it. */
@NullMarked
package org.obhut.testing;

import org.jspecify.annotations.NullMarked;
