package org.obhut.console;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Arrival;
import org.obhut.account.NewPasskey;
import org.obhut.platform.InvalidInput;

/** What somebody filled in who came by a one-time link. A passphrase is never given back to the page, the suggestion and the secret are. */
public class ArrivalForm {

    @FormParam("name")
    @DefaultValue("")
    String name = "";

    @FormParam("displayName")
    @DefaultValue("")
    String displayName = "";

    @FormParam("language")
    @DefaultValue("de")
    String language = "de";

    @FormParam("passphrase")
    @DefaultValue("")
    String passphrase = "";

    @FormParam("repeat")
    @DefaultValue("")
    String repeat = "";

    @FormParam("suggestion")
    @DefaultValue("")
    String suggestion = "";

    @FormParam("secret")
    @DefaultValue("")
    String secret = "";

    @FormParam("code")
    @DefaultValue("")
    String code = "";

    @FormParam("passkey")
    @DefaultValue("")
    String passkey = "";

    @FormParam("label")
    @DefaultValue("")
    String label = "";

    /**
     * @param challenge that a passkey was made for
     * @throws InvalidInput where the two passphrases differ
     */
    Arrival arrival(String challenge) {
        if (!passphrase.equals(repeat)) {
            throw new InvalidInput("repeat", "not-repeated");
        }
        String tag = Language.ofTag(language).orElse(Language.DE).tag();
        NewPasskey made = passkey.isEmpty() ? null : new NewPasskey(label, challenge, passkey);
        return new Arrival(tag, passphrase.toCharArray(), device(), made);
    }

    Arrival.@Nullable Device device() {
        return code.isBlank() ? null : new Arrival.Device(secret, code);
    }
}
