/** The versioned lists of values in {@code config/code-lists}, by which calls and tickets are described alike. */
@NullMarked
package org.obhut.codelist;

import org.jspecify.annotations.NullMarked;
