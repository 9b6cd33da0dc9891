package org.obhut.ticket;

import org.jspecify.annotations.Nullable;

/**
 * Something that was done with a ticket, as the timeline tells it.
 *
 * @param value to whom, until when; null where the kind says all
 */
record Happening(What what, @Nullable String value) {

    /** What was done; {@link #key()} is the key of the console's text. */
    enum What {
        /** Value: sign-in name. */
        ASSIGNED,
        UNASSIGNED,
        /** Value: the team's name. */
        MOVED,
        /** Value: sign-in name. */
        READER_ADDED,
        /** Value: sign-in name. */
        READER_REMOVED,
        OPENED,
        WAITING,
        CLOSED,
        /** Value: the day, ISO 8601. */
        FOLLOW_UP,
        FOLLOW_UP_REMOVED,
        /** A mail was taken back while it was held. */
        WITHDRAWN,
        /** Parts of the case were handed on, with consent. Value: the centre's address. */
        FORWARDED,
        /** The client got an address where none was known. Value: the address. */
        ADDRESS_ADDED,
        /** The client got a safer address in place of those before. Value: the new one. */
        ADDRESS_REPLACED,
        /** Value: the tag of the language. */
        LANGUAGE,
        /** Hints for safe contact were set or removed. */
        SAFE_CONTACT,
        SAFE_CONTACT_REMOVED,
        /** The client was written to though the hints say not to, for a reason that stands beside it. */
        WRITTEN_DESPITE,
        URGENT,
        NOT_URGENT,
        /** The client was told of a place that helps. Value: its name. */
        REFERRED,
        /** No place could be found that helps. */
        NO_PLACE_FOUND,
        /** What is here was given to the client as an archive. */
        DISCLOSED,
        /** Another ticket has become part of this one. Value: the other's number. */
        MERGED,
        /** Entries went into a new ticket. Value: the new one's number. */
        SPLIT_OFF,
        /** The ticket began with entries of another. Value: the other's number. */
        SPLIT_FROM,
        /** Readers are pointed to another ticket. Value: the other's number. */
        LINKED,
        /** Value: the other's number. */
        UNLINKED,
        /** A reply waits for its second reader. */
        SUBMITTED,
        SUBMISSION_WITHDRAWN,
        /** A second reader let a reply go out. Value: who wrote it. */
        APPROVED,
        /** A second reader gave a reply back. Value: who wrote it. */
        SENT_BACK,
        SPAM,
        NO_SPAM,
        /** The ticket ends on another day than by its mailbox's periods. Value: the day. */
        KEPT,
        /** It ends by its mailbox's periods again. */
        KEPT_NO_MORE,
        /** Somebody wants it erased at once, and another has to agree. */
        ERASURE_ASKED,
        ERASURE_WITHDRAWN,
        /** The team's rule has made somebody responsible. Value: sign-in name. */
        ALLOTTED,
        /** The team's rule proposes somebody. Value: sign-in name. */
        PROPOSED,
        /** Nobody is proposed any more. */
        DECLINED;

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        static What of(Status status) {
            return switch (status) {
                case OPEN -> OPENED;
                case WAITING -> WAITING;
                case CLOSED -> CLOSED;
            };
        }
    }

    Happening(What what) {
        this(what, null);
    }
}
