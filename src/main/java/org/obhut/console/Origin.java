package org.obhut.console;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a failure came from: classes and lines only, since a message may hold a client's words. */
final class Origin {

    private static final int LINES = 8;
    private static final int CAUSES = 5;

    private Origin() {}

    static String of(Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(failure, each -> each == null ? null : each.getCause())
                .limit(CAUSES)
                .takeWhile(each -> each != null)
                .map(each -> each.getClass().getName()
                        + Stream.of(each.getStackTrace())
                                .limit(LINES)
                                .map(line -> "\n    at " + line)
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n  caused by "));
    }
}
