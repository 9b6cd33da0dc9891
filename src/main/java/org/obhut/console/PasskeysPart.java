package org.obhut.console;

import java.util.List;
import org.obhut.account.Passkeys;

/**
 * A person's passkeys on a page.
 *
 * @param possible whether the public address is one at which browsers have passkeys
 * @param origin at which they work, for scripts to compare
 */
public record PasskeysPart(List<Passkeys.Listed> passkeys, boolean possible, String origin) {

    public boolean full() {
        return passkeys.size() >= Passkeys.MOST;
    }
}
