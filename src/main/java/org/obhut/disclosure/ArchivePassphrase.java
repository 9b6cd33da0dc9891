package org.obhut.disclosure;

import java.security.SecureRandom;
import java.util.regex.Pattern;
import org.obhut.platform.InvalidInput;

/**
 * The passphrase of one archive: five groups of four letters and digits that can be read aloud, 99 bits. The container hashes it
 * a thousand times only, so it has to be strong by itself and nobody chooses it.
 *
 * @param value such as {@code k7mp-3xqa-9w2e-h5rt-bn8c}
 */
public record ArchivePassphrase(String value) {

    /** Without what is taken for another: 0 and o, 1 and l and i. */
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 5;
    private static final int SIZE = 4;
    private static final Pattern SHAPE = Pattern.compile("[" + SIGNS + "]{4}(-[" + SIGNS + "]{4}){4}");

    /** @throws InvalidInput where it is none that was made here */
    public ArchivePassphrase {
        if (!SHAPE.matcher(value).matches()) {
            throw new InvalidInput("passphrase", "archive-passphrase");
        }
    }

    public static ArchivePassphrase random(SecureRandom random) {
        var value = new StringBuilder();
        for (int i = 0; i < GROUPS * SIZE; i++) {
            value.append(i > 0 && i % SIZE == 0 ? "-" : "").append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return new ArchivePassphrase(value.toString());
    }

    /** Nothing of it in a log. */
    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
