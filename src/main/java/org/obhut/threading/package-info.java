/** Where a mail belongs. Pure decisions over a view of what is known, so that every rule can be read and tested alone. */
@NullMarked
package org.obhut.threading;

import org.jspecify.annotations.NullMarked;
