package org.obhut.ticket;

/**
 * Word to a client that the first mail has come, which the system itself sends.
 *
 * @param to the bare address
 * @param language of the text and of the neutral subject, a tag of BCP 47
 */
public record Acknowledgement(String to, String language, String text) {

    /** Neither address nor words in a log. */
    @Override
    public String toString() {
        return "Acknowledgement[" + language + "]";
    }
}
