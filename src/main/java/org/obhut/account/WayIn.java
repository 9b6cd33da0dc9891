package org.obhut.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One-time links for people who are known by name and choose a passphrase of their own. */
public interface WayIn {

    /** What the link's holder sees of themselves. @param person who they are, or will be */
    record Offer(UUID person, String name, String displayName) {}

    /** Whose the link with this token is; empty where it is unknown, used, withdrawn or over. */
    Optional<Offer> offer(String token);

    /**
     * Gives its holder a root of their own under the passphrase that they chose; the link works no more.
     *
     * @param arrival its passphrase is wiped before return
     * @return recovery codes, which nobody can be told again; none where no second factor is set up
     * @throws Refused where the link does not work, or no more
     * @throws org.obhut.platform.InvalidInput where something breaks its rule; the link stays
     */
    List<String> accept(String token, Arrival arrival);
}
