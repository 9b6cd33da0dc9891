/** The guide inside the console: one page per task, in German and English, written in Markdown and open to everybody. */
@NullMarked
package org.obhut.help;

import org.jspecify.annotations.NullMarked;
