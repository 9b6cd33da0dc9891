package org.obhut.api;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obhut.mailbox.MailboxCheck;
import org.obhut.mailbox.MailboxState;
import org.obhut.mailbox.Mailboxes;

/** The state of the mailboxes in the words of the console's page. */
final class MailboxJson {

    private MailboxJson() {}

    static JsonObject list(List<MailboxState> mailboxes) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        mailboxes.forEach(mailbox -> items.add(mailbox(mailbox)));
        return Json.createObjectBuilder().add("items", items).build();
    }

    private static JsonObjectBuilder mailbox(MailboxState mailbox) {
        return Json.createObjectBuilder()
                .add("address", mailbox.address())
                .add("team", mailbox.team())
                .add("receiving", side(mailbox.receiving()))
                .add("sending", side(mailbox.sending()))
                .add("fetched", mailbox.fetched())
                .add("stored", mailbox.stored())
                .add("duplicates", mailbox.duplicates())
                .add("quarantined", mailbox.quarantined())
                .add("missing", mailbox.missing())
                .add(
                        "onServer",
                        Json.createObjectBuilder()
                                .add("waiting", mailbox.onServer().waiting())
                                .add("kept", mailbox.onServer().kept())
                                .add("untouched", mailbox.onServer().untouched())
                                .add("toChoose", mailbox.found()))
                .add(
                        "acknowledged",
                        mailbox.acknowledged() == null ? JsonValue.NULL : acknowledged(mailbox.acknowledged()))
                .add("check", mailbox.check() == null ? JsonValue.NULL : check(mailbox.check()));
    }

    private static JsonObjectBuilder side(MailboxState.Side side) {
        return Json.createObjectBuilder()
                .add("server", side.server())
                .add("security", side.security())
                .add("signIn", side.signIn())
                .add("state", side.state())
                .add("error", text(side.error()))
                .add("since", time(side.since()))
                .add("lastSuccess", time(side.lastSuccess()))
                .add("nextAttempt", time(side.next()));
    }

    private static JsonObject acknowledged(Mailboxes.Acknowledged acknowledged) {
        return Json.createObjectBuilder()
                .add("today", acknowledged.today())
                .add("withheld", acknowledged.withheld())
                .add("perHour", acknowledged.perHour())
                .build();
    }

    private static JsonObject check(MailboxCheck.Result check) {
        return Json.createObjectBuilder()
                .add("at", check.at().toString())
                .add("receiving", text(check.receiving()))
                .add("sending", text(check.sending()))
                .add("team", text(check.team()))
                .build();
    }

    private static JsonValue text(@Nullable String text) {
        return text == null ? JsonValue.NULL : Json.createValue(text);
    }

    private static JsonValue time(@Nullable Instant time) {
        return text(time == null ? null : time.toString());
    }
}
