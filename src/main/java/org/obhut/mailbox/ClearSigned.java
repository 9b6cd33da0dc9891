package org.obhut.mailbox;

/** Text under a clear signature of OpenPGP (RFC 9580 section 7). */
final class ClearSigned {

    static final String BEGIN = "-----BEGIN PGP SIGNED MESSAGE-----";

    private static final String SIGNATURE = "-----BEGIN PGP SIGNATURE-----";
    private static final String END = "-----END PGP SIGNATURE-----";

    private enum Place {
        OUTSIDE,
        ARMOUR_HEADERS,
        TEXT,
        SIGNATURE
    }

    private ClearSigned() {}

    /** The text without the armour, or as it is where it has none. */
    static String text(String text) {
        if (!text.startsWith(BEGIN) && !text.contains('\n' + BEGIN)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        Place place = Place.OUTSIDE;
        for (String line : text.split("\n", -1)) {
            Place next = next(place, line);
            if (next == Place.TEXT && place == Place.TEXT) {
                // Section 7.1: lines that begin with a dash are escaped.
                out.append(line.startsWith("- ") ? line.substring(2) : line).append('\n');
            } else if (next == Place.OUTSIDE && place == Place.OUTSIDE) {
                out.append(line).append('\n');
            }
            place = next;
        }
        return out.toString().strip();
    }

    private static Place next(Place place, String line) {
        return switch (place) {
            case OUTSIDE -> line.equals(BEGIN) ? Place.ARMOUR_HEADERS : Place.OUTSIDE;
            case ARMOUR_HEADERS -> line.isBlank() ? Place.TEXT : Place.ARMOUR_HEADERS;
            case TEXT -> line.equals(SIGNATURE) ? Place.SIGNATURE : Place.TEXT;
            case SIGNATURE -> line.equals(END) ? Place.OUTSIDE : Place.SIGNATURE;
        };
    }
}
