package org.obhut.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.WithObhut;

/** What is done to mailboxes, names and periods stands in the audit trail, by whom, and can be asked for. */
@WithObhut
class AuditLinesIT {

    private static final String ADDRESS = "neues-postfach@obhut.example";

    private final PlainBrowser admin;
    private final PlainBrowser koko;

    AuditLinesIT(RunningObhut obhut) {
        admin = PlainBrowser.of(obhut, "admin");
        koko = PlainBrowser.of(obhut, "koko");
    }

    private static void done(HttpResponse<String> answer) {
        assertEquals(303, answer.statusCode(), answer.body());
    }

    private List<String> lines(String act) {
        var page = Jsoup.parse(admin.get("/admin/audit?act=" + act).body());
        assertEquals(1, page.select("option[value=" + act + "][selected]").size(), "can be asked for");
        assertFalse(page.text().contains("neues-postfach"), "no address");
        return page.select("main tbody tr").stream().map(Element::text).toList();
    }

    @Test
    void aMailboxThatIsAddedChangedAndRemoved() {
        Map<String, String> mailbox = Map.of(
                "address", ADDRESS,
                "user", "nobody",
                "password", "nothing",
                "imapHost", "127.0.0.1",
                "imapPort", "9",
                "imapSecurity", "none",
                "smtpHost", "127.0.0.1",
                "smtpPort", "9",
                "smtpSecurity", "none");
        int added = lines("MAILBOX_ADDED").size();
        done(admin.form("/admin/mailboxes/new", mailbox, true, false));
        assertEquals(added + 1, lines("MAILBOX_ADDED").size());
        assertTrue(lines("MAILBOX_ADDED").get(0).contains("admin"));
        int changed = lines("MAILBOX_CHANGED").size();
        done(admin.form("/admin/mailboxes/new", mailbox, true, false));
        assertEquals(changed + 1, lines("MAILBOX_CHANGED").size());
        assertEquals(added + 1, lines("MAILBOX_ADDED").size());
        int removed = lines("MAILBOX_REMOVED").size();
        done(admin.form("/admin/mailboxes/new/remove", Map.of("address", ADDRESS), true, false));
        assertEquals(removed + 1, lines("MAILBOX_REMOVED").size());
        assertEquals(
                400,
                admin.form("/admin/mailboxes/new/remove", Map.of("address", ADDRESS), true, false)
                        .statusCode());
        assertEquals(removed + 1, lines("MAILBOX_REMOVED").size(), "what did not happen is not told");
    }

    @Test
    void aDisplayNameThatIsChangedAndNotTheName() {
        int before = lines("DISPLAY_NAME_CHANGED").size();
        Map<String, String> profile = Map.of("displayName", "Koko aus Köln", "language", "de");
        done(koko.form("/profile", profile, true, false));
        done(koko.form("/profile", profile, true, false));
        List<String> lines = lines("DISPLAY_NAME_CHANGED");
        assertEquals(before + 1, lines.size(), "the same name once more is no change");
        assertTrue(lines.get(0).contains("koko"));
        assertFalse(lines.get(0).contains("Köln"));
    }

    @Test
    void periodsThatAreChangedAndForWhichTeam() {
        int before = lines("PERIODS_CHANGED").size();
        done(admin.form(
                "/admin/periods",
                Map.of(
                        "address", "beratung@obhut.example",
                        "afterClosing", "30",
                        "afterContact", "90",
                        "spam", "14",
                        "entry", "180"),
                true,
                false));
        assertEquals(before + 1, lines("PERIODS_CHANGED").size());
        assertTrue(lines("PERIODS_CHANGED").get(0).contains("Erstkontakt"));
    }
}
