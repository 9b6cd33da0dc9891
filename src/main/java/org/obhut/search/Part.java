package org.obhut.search;

/**
 * One of the things that somebody looks for.
 *
 * @param without whether tickets with it are left out
 * @param begun whether words that begin with it count, too
 */
record Part(Kind kind, String text, boolean without, boolean begun) {

    enum Kind {
        WORD,
        /** As written, word by word. */
        PHRASE,
        /** A telephone number, or just digits. */
        NUMBER
    }
}
