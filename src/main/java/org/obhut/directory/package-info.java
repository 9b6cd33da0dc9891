/** The counselling centres and other places that clients are referred to. Nothing in here is of a client; everything stands in clear. */
@NullMarked
package org.obhut.directory;

import org.jspecify.annotations.NullMarked;
