/** What every feature stands on and what knows no feature: settings, time, randomness, migrations, health. */
@NullMarked
package org.obhut.platform;

import org.jspecify.annotations.NullMarked;
