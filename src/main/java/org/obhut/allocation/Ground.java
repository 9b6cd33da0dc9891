package org.obhut.allocation;

/**
 * Why the choice fell on somebody.
 *
 * @param value a language (BCP 47), a topic's key or a person's id; empty where the kind says all. It can tell something of a
 *     client and is therefore kept sealed
 */
public record Ground(Kind kind, String value) {

    /** What led to a person. */
    public enum Kind {
        /** They speak the client's language. */
        LANGUAGE,
        /** They stand in for somebody who does and is away. */
        DEPUTY,
        /** They know most of what the client writes about. */
        TOPIC,
        /** They have the least to do. */
        LOAD,
        /** Others have as little to do and had their turn later. */
        TURN,
        /** They are the only one at work. */
        ONLY;

        /** Its name outside: in lower case. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static Ground of(Kind kind) {
        return new Ground(kind, "");
    }
}
