package org.obhut.console;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import java.util.Map;
import org.obhut.mailbox.NewMailbox;

/** A mailbox that is being added or changed, as it was typed. The password is never given back. */
public class MailboxForm {

    @FormParam("address")
    @DefaultValue("")
    String address = "";

    @FormParam("user")
    @DefaultValue("")
    String user = "";

    @FormParam("password")
    @DefaultValue("")
    String password = "";

    @FormParam("imapHost")
    @DefaultValue("")
    String imapHost = "";

    @FormParam("imapPort")
    @DefaultValue("")
    String imapPort = "";

    @FormParam("imapSecurity")
    @DefaultValue("tls")
    String imapSecurity = "tls";

    @FormParam("smtpHost")
    @DefaultValue("")
    String smtpHost = "";

    @FormParam("smtpPort")
    @DefaultValue("")
    String smtpPort = "";

    @FormParam("smtpSecurity")
    @DefaultValue("tls")
    String smtpSecurity = "tls";

    /** What is known of a mailbox that was added, to be changed. */
    static MailboxForm of(Map<String, String> settings) {
        MailboxForm form = new MailboxForm();
        form.address = settings.getOrDefault("address", "");
        form.user = settings.getOrDefault("imap.user", "");
        form.imapHost = settings.getOrDefault("imap.host", "");
        form.imapPort = settings.getOrDefault("imap.port", "");
        form.imapSecurity = settings.getOrDefault("imap.security", "tls");
        form.smtpHost = settings.getOrDefault("smtp.host", "");
        form.smtpPort = settings.getOrDefault("smtp.port", "");
        form.smtpSecurity = settings.getOrDefault("smtp.security", "tls");
        return form;
    }

    NewMailbox mailbox() {
        return new NewMailbox(
                address,
                user.isBlank() ? address.strip() : user,
                password,
                new NewMailbox.Side(imapHost.strip(), imapPort.strip(), imapSecurity),
                new NewMailbox.Side(smtpHost.strip(), smtpPort.strip(), smtpSecurity));
    }

    public String address() {
        return address;
    }

    public String user() {
        return user;
    }

    /** What was typed for one side, by the field's ending. @param side {@code imap} or {@code smtp} */
    public String host(String side) {
        return side.equals("imap") ? imapHost : smtpHost;
    }

    public String port(String side) {
        return side.equals("imap") ? imapPort : smtpPort;
    }

    public String security(String side) {
        return side.equals("imap") ? imapSecurity : smtpSecurity;
    }
}
