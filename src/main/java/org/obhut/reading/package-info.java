/**
 * What a counsellor reads of a mail: text out of HTML, the new text apart from what is quoted, and its language. Pure: strings
 * in, strings out.
 */
@NullMarked
package org.obhut.reading;

import org.jspecify.annotations.NullMarked;
