/** How a team divides its work: by when clients have an answer, and who is the one to give it. Knows no ticket and no word of a client. */
@NullMarked
package org.obhut.allocation;

import org.jspecify.annotations.NullMarked;
