/** What the server does after its database came back from an archive; archives are made and read by the programs in {@code deploy/}. */
@NullMarked
package org.obhut.backup;

import org.jspecify.annotations.NullMarked;
