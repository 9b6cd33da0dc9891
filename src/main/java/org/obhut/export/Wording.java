package org.obhut.export;

/** The words that a file has beside those of the report, in the reader's language. */
public interface Wording {

    /** Tag of BCP 47. */
    String language();

    /** The text of a key that begins with {@code export.}, its places filled in. */
    String text(String key, Object... places);
}
