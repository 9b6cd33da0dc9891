/** 'Something is waiting': a mail to a counsellor's own address that says this and nothing more, whatever happened. */
@NullMarked
package org.obhut.notification;

import org.jspecify.annotations.NullMarked;
