/** People, their roles and teams, and the sessions in which their keys are open. A caller is always passed explicitly, so that a missing check is a missing argument. */
@NullMarked
package org.obhut.account;

import org.jspecify.annotations.NullMarked;
