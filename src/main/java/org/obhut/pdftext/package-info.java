/**
 * The words of a PDF that somebody sent. A file that anybody can send may make whoever reads it loop or fill the memory, so a process
 * with a short life and little memory reads it, and gets nothing of the server's but the file.
 */
@NullMarked
package org.obhut.pdftext;

import org.jspecify.annotations.NullMarked;
