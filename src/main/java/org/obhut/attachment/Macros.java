package org.obhut.attachment;

import java.nio.charset.StandardCharsets;

/**
 * Whether an office document brings macros, whatever its name says: a project of Visual Basic in the directory of a compound
 * file ([MS-CFB] section 2.6) or of an archive ([MS-OFFMACRO2] section 2.2.1), or a script in an OpenDocument.
 */
final class Macros {

    private static final byte[] COMPOUND = {
        (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
    };
    private static final byte[] ARCHIVE = {'P', 'K', 3, 4};

    private static final byte[] PROJECT = "_VBA_PROJECT".getBytes(StandardCharsets.UTF_16LE);
    private static final byte[] PROJECT_PART = "vbaProject.bin".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BASIC = "Basic/script-lc.xml".getBytes(StandardCharsets.US_ASCII);

    private Macros() {}

    static boolean within(byte[] file) {
        if (startsWith(file, COMPOUND)) {
            return contains(file, PROJECT);
        }
        return startsWith(file, ARCHIVE) && (contains(file, PROJECT_PART) || contains(file, BASIC));
    }

    private static boolean startsWith(byte[] file, byte[] head) {
        return file.length >= head.length && at(file, 0, head);
    }

    private static boolean contains(byte[] file, byte[] wanted) {
        for (int from = 0; from <= file.length - wanted.length; from++) {
            if (file[from] == wanted[0] && at(file, from, wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean at(byte[] file, int from, byte[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (file[from + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
