/** The REST interface for other programs. It has its own bearer token and never accepts the console's cookie. */
@NullMarked
package org.obhut.api;

import org.jspecify.annotations.NullMarked;
