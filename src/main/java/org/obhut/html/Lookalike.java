package org.obhut.html;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/**
 * Hosts that look like others: a name that mixes Latin letters with those of another alphabet, or is made of foreign letters
 * alone that all have a Latin double (Unicode UTS 39, section 4), such as the Cyrillic а, с, е, о, р, х.
 */
final class Lookalike {

    private static final String DOUBLES = "абсԁеҽһіјӏкӏмնոорԛѕтυνѵѡԝхуҮзьαβγδεικνορτυχωℓ";

    private static final Set<UnicodeScript> DISGUISES =
            Set.of(UnicodeScript.CYRILLIC, UnicodeScript.GREEK, UnicodeScript.ARMENIAN, UnicodeScript.CHEROKEE);

    private Lookalike() {}

    /** @param host in Unicode */
    static boolean of(String host) {
        String[] labels = host.split("\\.");
        boolean latinEnd = labels.length == 0 || scripts(labels[labels.length - 1], UnicodeScript.LATIN);
        for (String label : labels) {
            boolean foreign = label.codePoints().anyMatch(c -> DISGUISES.contains(UnicodeScript.of(c)));
            boolean latin = scripts(label, UnicodeScript.LATIN);
            if (foreign && (latin || latinEnd && doubles(label))) {
                return true;
            }
        }
        return false;
    }

    private static boolean scripts(String label, UnicodeScript script) {
        return label.codePoints().anyMatch(c -> UnicodeScript.of(c) == script);
    }

    private static boolean doubles(String label) {
        return label.codePoints().filter(Character::isLetter).allMatch(letter -> DOUBLES.indexOf(letter) >= 0);
    }
}
