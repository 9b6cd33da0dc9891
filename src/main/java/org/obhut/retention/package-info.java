/** The end of what has had its time. Knows no feature: each brings what belongs to it as {@link FileKind}, {@link ErasureStep} or {@link DatedRows}. */
@NullMarked
package org.obhut.retention;

import org.jspecify.annotations.NullMarked;
