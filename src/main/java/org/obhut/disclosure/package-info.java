/** What a client can ask for: a copy of all that is kept about the case (GDPR Art. 15 and 20), sealed for nobody but the client. */
@NullMarked
package org.obhut.disclosure;

import org.jspecify.annotations.NullMarked;
