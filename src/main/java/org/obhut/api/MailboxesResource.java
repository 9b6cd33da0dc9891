package org.obhut.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.obhut.mailbox.Mailboxes;

/** How the mailboxes are, for administrators and for what watches an installation. */
@Path("mailboxes")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class MailboxesResource {

    private final Mailboxes mailboxes;
    private final Bearer bearer;

    @Inject
    MailboxesResource(Mailboxes mailboxes, Bearer bearer) {
        this.mailboxes = mailboxes;
        this.bearer = bearer;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected MailboxesResource() {
        this(null, null);
    }

    @GET
    public JsonObject states() {
        return MailboxJson.list(mailboxes.states(bearer.session().caller()));
    }
}
