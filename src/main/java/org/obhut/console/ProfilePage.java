package org.obhut.console;

import java.util.List;
import org.obhut.account.Profile;
import org.obhut.account.SessionList;
import org.obhut.platform.InvalidInput;

/**
 * What a person can set for themselves.
 *
 * @param required whether nobody signs in without a second factor
 * @param device to be set up in place of the one there is
 */
public record ProfilePage(
        Profile.Own own,
        PasskeysPart passkeys,
        boolean required,
        List<SessionList.Listed> sessions,
        DevicePart device,
        Trouble trouble) {

    /** Whether there is one second factor alone, and it has to stay. */
    public boolean lastFactor() {
        return required && passkeys.passkeys().size() + (own.app() ? 1 : 0) == 1;
    }

    /**
     * What was refused.
     *
     * @param form {@code own}, {@code passphrase}, {@code device}, {@code codes}, {@code passkey} and so on, after a slash the id of
     *     what it is about; empty for nothing
     */
    public record Trouble(String form, String field, String reason) {

        static final Trouble NONE = new Trouble("", "", "");

        static Trouble of(String form, InvalidInput input) {
            return new Trouble(form, input.field(), input.reason());
        }

        public boolean at(String wantedForm, String wantedField) {
            return form.equals(wantedForm) && field.equals(wantedField);
        }

        /** The form, whatever it is about. */
        public String kind() {
            return form.replaceAll("/.*", "");
        }
    }
}
