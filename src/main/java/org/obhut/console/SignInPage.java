package org.obhut.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obhut.account.DemoPeople;

/**
 * The sign-in form.
 *
 * @param name what was typed before; the passphrase is never given back
 * @param onward where to go after sign-in
 * @param refused why the last attempt was refused, as a sentence; null before the first
 * @param ended how the last session ended: {@code idle}, {@code out} or {@code stale}; null where there was none
 * @param codeRequired whether nobody signs in without a one-time code
 * @param passkeysAt the origin at which passkeys work; null where the public address can't have any
 * @param demoPeople who can sign in to the demo; empty elsewhere
 */
public record SignInPage(
        String name,
        String onward,
        @Nullable String refused,
        @Nullable String ended,
        long idleMinutes,
        boolean codeRequired,
        @Nullable String passkeysAt,
        List<DemoPerson> demoPeople) {

    /** Somebody invented. {@code role} is a key of the console's texts. */
    public record DemoPerson(
            String name, String role, @Nullable String team) {}

    /** The people of the demo, as the interface description names them. */
    static final List<DemoPerson> DEMO_PEOPLE = List.of(
            new DemoPerson("anna", "counsellor", "Erstkontakt"),
            new DemoPerson("bela", "counsellor", "Erstkontakt"),
            new DemoPerson("leyla", "lead", "Erstkontakt"),
            new DemoPerson("ion", "lead", "Südosteuropa"),
            new DemoPerson("admin", "administrator", null),
            new DemoPerson("stat", "analyst", null),
            new DemoPerson("koko", "coordinator", null));

    public String demoPassphrase() {
        return DemoPeople.PASSPHRASE;
    }
}
