package org.obhut.mailbox;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A failure as it may be logged: classes and places. A foreign exception's message can hold a client's words. */
final class Failure {

    private static final int FRAMES = 6;

    private Failure() {}

    static String of(Throwable failure) {
        StringBuilder words = new StringBuilder();
        Throwable cause = failure;
        for (int i = 0; cause != null && i < 5; i++) {
            words.append(i == 0 ? "" : " < ").append(cause.getClass().getName());
            cause = cause.getCause();
        }
        return words + " at "
                + Arrays.stream(failure.getStackTrace())
                        .limit(FRAMES)
                        .map(StackTraceElement::toString)
                        .collect(Collectors.joining(", "));
    }
}
