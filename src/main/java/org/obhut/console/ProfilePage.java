package org.obhut.console;

import java.util.List;
import org.obhut.account.Profile;
import org.obhut.account.SessionList;
import org.obhut.platform.InvalidInput;

/** What a person can set for themselves. @param device to be set up in place of the one there is */
public record ProfilePage(Profile.Own own, List<SessionList.Listed> sessions, DevicePart device, Trouble trouble) {

    /** What was refused. @param form {@code own}, {@code passphrase}, {@code device} or {@code codes}; empty for nothing */
    public record Trouble(String form, String field, String reason) {

        static final Trouble NONE = new Trouble("", "", "");

        static Trouble of(String form, InvalidInput input) {
            return new Trouble(form, input.field(), input.reason());
        }

        public boolean at(String wantedForm, String wantedField) {
            return form.equals(wantedForm) && field.equals(wantedField);
        }
    }
}
