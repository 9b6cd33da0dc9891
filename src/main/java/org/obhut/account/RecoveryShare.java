package org.obhut.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.obhut.envelope.RootShares;

/**
 * One of three shares of a team's recovery root, as it stands on paper: 28 words, which are 308 bits, {@code format (4, now 0) |
 * number (2) | set (16) | share (256) | check (30)}. The set is the beginning of the recovery key's fingerprint and tells shares of
 * different keys apart; the check is the beginning of SHA-256 over all before it. One wrong word, or two that changed places, can be
 * named.
 *
 * @param number 1 to 3
 * @param bytes is wiped by whoever holds the share
 */
record RecoveryShare(int number, int set, byte[] bytes) implements AutoCloseable {

    /** How many words a share has. */
    static final int WORDS = 28;

    private static final int CHECKED = 278;
    private static final int CHECK = WORDS * ShareWords.BITS - CHECKED;
    private static final byte[] LABEL = "org.obhut/1 recovery share".getBytes(StandardCharsets.US_ASCII);

    /** The part of a recovery key's fingerprint that its shares bear. */
    static int set(String fingerprint) {
        return Integer.parseInt(fingerprint.substring(0, 4), 16);
    }

    List<String> words() {
        int[] numbers = new int[WORDS];
        write(numbers, 0, 6, number);
        write(numbers, 6, 16, set);
        for (int at = 0; at < bytes.length; at++) {
            write(numbers, 22 + 8 * at, 8, bytes[at] & 0xff);
        }
        write(numbers, CHECKED, CHECK, check(numbers));
        List<String> words = Arrays.stream(numbers).mapToObj(ShareWords::word).toList();
        Arrays.fill(numbers, 0);
        return words;
    }

    /**
     * Reads a share as somebody typed it: words of any case, or their first four letters, apart by whatever is no letter.
     *
     * @param field for the error
     * @throws WrongShare that says which word is wrong, as far as that can be known
     */
    static RecoveryShare parse(String field, String typed) {
        if (typed.isBlank()) {
            throw new WrongShare(field, "required", 0);
        }
        int[] numbers = numbers(field, typed);
        if (!checked(numbers)) {
            throw located(field, numbers);
        }
        int number = read(numbers, 0, 6);
        if (number < 1 || number > RootShares.COUNT) {
            throw new WrongShare(field, "share-format", 0);
        }
        byte[] bytes = new byte[RootShares.LENGTH];
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) read(numbers, 22 + 8 * at, 8);
        }
        int set = read(numbers, 6, 16);
        Arrays.fill(numbers, 0);
        return new RecoveryShare(number, set, bytes);
    }

    private static int[] numbers(String field, String typed) {
        List<Integer> numbers = new ArrayList<>();
        for (String word : typed.strip().split("\\P{L}+")) {
            if (!word.isEmpty()) {
                OptionalInt number = ShareWords.number(word);
                if (number.isEmpty()) {
                    throw new WrongShare(field, "share-unknown-word", numbers.size() + 1);
                }
                numbers.add(number.getAsInt());
            }
        }
        if (numbers.size() != WORDS) {
            throw new WrongShare(field, "share-length", numbers.size());
        }
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Which word is not the printed one: what would fit in its place does, and with 30 bits nothing else does by chance. */
    private static WrongShare located(String field, int[] numbers) {
        for (int at = 0; at + 1 < WORDS; at++) {
            int[] tried = numbers.clone();
            tried[at] = numbers[at + 1];
            tried[at + 1] = numbers[at];
            if (checked(tried)) {
                return new WrongShare(field, "share-swapped", at + 1);
            }
        }
        for (int at = 0; at < WORDS; at++) {
            int[] tried = numbers.clone();
            for (tried[at] = 0; tried[at] < ShareWords.SIZE; tried[at]++) {
                if (checked(tried)) {
                    return new WrongShare(field, "share-wrong-word", at + 1);
                }
            }
        }
        return new WrongShare(field, "share-check", 0);
    }

    private static boolean checked(int[] numbers) {
        return read(numbers, CHECKED, CHECK) == check(numbers);
    }

    private static int check(int[] numbers) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(LABEL);
            for (int from = 0; from < CHECKED; from += 8) {
                sha256.update((byte) read(numbers, from, Math.min(8, CHECKED - from)));
            }
            byte[] digest = sha256.digest();
            int first =
                    (digest[0] & 0xff) << 24 | (digest[1] & 0xff) << 16 | (digest[2] & 0xff) << 8 | digest[3] & 0xff;
            return first >>> Integer.SIZE - CHECK;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not at hand", e);
        }
    }

    private static void write(int[] numbers, int from, int bits, int value) {
        for (int bit = 0; bit < bits; bit++) {
            int at = from + bit;
            int mask = 1 << ShareWords.BITS - 1 - at % ShareWords.BITS;
            boolean set = (value >> bits - 1 - bit & 1) == 1;
            int word = numbers[at / ShareWords.BITS];
            numbers[at / ShareWords.BITS] = set ? word | mask : word & ~mask;
        }
    }

    private static int read(int[] numbers, int from, int bits) {
        int value = 0;
        for (int at = from; at < from + bits; at++) {
            value = value << 1 | numbers[at / ShareWords.BITS] >> ShareWords.BITS - 1 - at % ShareWords.BITS & 1;
        }
        return value;
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }

    /** Without the share. */
    @Override
    public String toString() {
        return "RecoveryShare[" + number + "]";
    }
}
