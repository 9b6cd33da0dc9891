package org.obhut.account;

import java.util.regex.Pattern;
import org.obhut.platform.InvalidInput;

/** What a sign-in name may be: it stands in rosters and in the clear, and never changes. */
final class SignInName {

    private static final Pattern NAME = Pattern.compile("[a-z0-9.-]{2,40}");

    private SignInName() {}

    /** @throws InvalidInput of the field {@code name} */
    static String require(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidInput("name", "not-a-name");
        }
        return name;
    }
}
