package org.obhut.ticket;

/**
 * How much a ticket held when it was erased, by number.
 *
 * @param received messages from the client and others
 * @param sent messages of ours
 * @param events what the timeline told of itself, such as an assignment
 * @param unreadable entries that did not open any more, so that nobody knows what they were
 * @param drafts of anybody
 */
public record ErasedContents(
        long received, long sent, long notes, long calls, long events, long unreadable, long files, long drafts) {

    /** Entries of the timeline. */
    public long entries() {
        return received + sent + notes + calls + events + unreadable;
    }
}
