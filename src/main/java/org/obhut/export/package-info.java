/** Reports as files that other programs open: PDF, spreadsheets, CSV. Knows figures that are published, and nobody they are about. */
@NullMarked
package org.obhut.export;

import org.jspecify.annotations.NullMarked;
