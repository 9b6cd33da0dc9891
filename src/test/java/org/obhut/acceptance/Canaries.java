package org.obhut.acceptance;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** One random word for each place in which somebody confides something. */
final class Canaries {

    /** Where a word goes in. */
    enum Place {
        SUBJECT,
        BODY,
        BASE64_BODY,
        QUOTED_PRINTABLE_BODY,
        HTML_PART,
        SENDER_NAME,
        SENDER_ADDRESS,
        REPLY_TO,
        COPY_RECEIVER,
        ENCODED_SUBJECT,
        MESSAGE_ID,
        FILE_NAME,
        FILE_CONTENT,
        BASE64_FILE_CONTENT,
        QUARANTINED_MAIL,
        NOTE,
        REPLY,
        REPLY_FILE_NAME,
        REPLY_FILE_CONTENT,
        UPLOADED_REPLY,
        UPLOADED_FILE_NAME,
        UPLOADED_FILE_CONTENT,
        ANSWER,
        WAITING_REPLY,
        DRAFT,
        DRAFT_FILE_NAME,
        DRAFT_FILE_CONTENT,
        OWN_BLOCK,
        MAIL_DRAFT,
        CALL_DRAFT,
        SAVED_CALL,
        VIEW_NAME,
        CALL_NOTE,
        CALL_BACK_NUMBER,
        REFUSED_CALL_FIELD,
        REFUSED_SHEET_FIELD,
        BROKEN_JSON,
        SEARCH,
        SIGN_IN_NAME,
        SIGN_IN_PASSPHRASE,
        SPOKEN_CALL_NOTE,
        /** Four words that Obhut itself draws. */
        SPOKEN_CODE,
        SPOKEN_NOWHERE,
        /** Drawn by Obhut as well. */
        TELEPHONE_KEY,
        TELEPHONE_REFUSED,
        TELEPHONE_WRONG_KEY,
        ERASED_CALL_NOTE,
        DIRECTORY_SEARCH,
        DIRECTORY_IMPORT,
        ERASED_NARRATIVE,
        /** Written to be published, so in clear in two tables and nowhere else. */
        NARRATIVE
    }

    private static final int LENGTH = 14;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final String DIGITS = "0123456789";

    private final Map<Place, String> words = new EnumMap<>(Place.class);
    private final String control;

    Canaries(SecureRandom random) {
        for (Place place : Place.values()) {
            words.put(place, word(random, place));
        }
        control = random(random, LETTERS, LENGTH) + "äöü";
    }

    private static String word(SecureRandom random, Place place) {
        return switch (place) {
            case CALL_BACK_NUMBER -> random(random, DIGITS, LENGTH);
            // An address and a Message-ID are ASCII.
            case SENDER_ADDRESS,
                    REPLY_TO,
                    COPY_RECEIVER,
                    MESSAGE_ID,
                    SIGN_IN_NAME,
                    TELEPHONE_WRONG_KEY,
                    DIRECTORY_SEARCH -> random(random, LETTERS, LENGTH);
            default -> random(random, LETTERS, LENGTH / 2) + "ÄÖü" + random(random, LETTERS, LENGTH / 2);
        };
    }

    private static String random(SecureRandom random, String letters, int length) {
        var word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append(letters.charAt(random.nextInt(letters.length())));
        }
        return word.toString();
    }

    String in(Place place) {
        return words.get(place);
    }

    /** Takes what was drawn by Obhut in the place of a word of ours. */
    void learn(Place place, String drawn) {
        words.put(place, drawn);
    }

    Collection<String> all() {
        return words.values();
    }

    /** A word that is planted to be found. */
    String control() {
        return control;
    }

    /** The place that a found word was put in. */
    Place placeOf(String word) {
        return words.entrySet().stream()
                .filter(entry -> entry.getValue().equals(word))
                .findFirst()
                .orElseThrow()
                .getKey();
    }
}
