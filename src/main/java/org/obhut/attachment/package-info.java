/**
 * What is done to files before they are sealed or sent: images lose what their camera wrote into them, a scanner may look for
 * malware, and a name says plainly what it is. Nothing here opens, renders or runs a file.
 */
@NullMarked
package org.obhut.attachment;

import org.jspecify.annotations.NullMarked;
