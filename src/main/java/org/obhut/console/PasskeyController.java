package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.account.NewPasskey;
import org.obhut.account.Passkeys;

/** A person's own passkeys: added, named, removed. */
@Path("/profile/passkeys")
@Controller
@RequestScoped
public class PasskeyController {

    private final Passkeys passkeys;
    private final Visit visit;
    private final ProfilePages pages;

    @Inject
    public PasskeyController(Passkeys passkeys, Visit visit, ProfilePages pages) {
        this.passkeys = passkeys;
        this.visit = visit;
        this.pages = pages;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected PasskeyController() {
        this(null, null, null);
    }

    @POST
    public Response add(
            @FormParam("label") @DefaultValue("") String label,
            @FormParam("old") @DefaultValue("") String passphrase,
            @FormParam("passkey") @DefaultValue("") String answer) {
        Caller caller = visit.caller();
        var made = new NewPasskey(label, visit.challenge(), answer);
        return pages.attempt(caller, "passkey", () -> {
            List<String> codes = passkeys.add(caller, passphrase.toCharArray(), made);
            return codes.isEmpty() ? ProfilePages.done("passkey-added") : pages.codes(caller, codes);
        });
    }

    @POST
    @Path("{passkey}/name")
    public Response rename(@PathParam("passkey") UUID passkey, @FormParam("label") @DefaultValue("") String label) {
        Caller caller = visit.caller();
        return pages.attempt(caller, "passkey-name/" + passkey, () -> {
            passkeys.rename(caller, passkey, label);
            return ProfilePages.done("passkey-named");
        });
    }

    @POST
    @Path("{passkey}/remove")
    public Response remove(@PathParam("passkey") UUID passkey, @FormParam("old") @DefaultValue("") String passphrase) {
        Caller caller = visit.caller();
        return pages.attempt(caller, "passkey-remove/" + passkey, () -> {
            passkeys.remove(caller, passphrase.toCharArray(), passkey);
            return ProfilePages.done("passkey-removed");
        });
    }
}
