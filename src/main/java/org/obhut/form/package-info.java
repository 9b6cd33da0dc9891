/** What a web site's contact form says in its mail: pure reading of labelled lines and tables, which knows no mailbox and no ticket. */
@NullMarked
package org.obhut.form;

import org.jspecify.annotations.NullMarked;
