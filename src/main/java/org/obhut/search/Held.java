package org.obhut.search;

import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * A ticket in the index.
 *
 * @param number of its document
 * @param proof what a reader has to say of it; opens nothing
 * @param facets by which the page offers filters
 * @param readers the sessions that may find it
 */
record Held(UUID ticket, long number, long version, byte[] proof, Facets facets, Set<Reading> readers) {

    /** @param assignee sign-in name, empty for nobody */
    record Facets(UUID team, String assignee, String language) {}

    Held(UUID ticket, long number, long version, byte[] proof, Facets facets) {
        this(ticket, number, version, proof, facets, new HashSet<>());
    }

    boolean provedBy(byte[] said) {
        return MessageDigest.isEqual(proof, said);
    }
}
