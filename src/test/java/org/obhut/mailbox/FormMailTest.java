package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obhut.mime.UnparsableMail;
import org.obhut.ticket.Address;

/** What the portal's form says for its client, and when it is believed to be the form. */
class FormMailTest {

    private static final String FORM = "portal@cara.example";
    private static final String OURS = "beratung@obhut.example";

    @TempDir
    Path folder;

    private AccountSettings settings() {
        return new AccountSettings(OURS, folder).set("web-forms", FORM + ", info@cara.example");
    }

    private static ParsedMail mail(String fields, String body) throws UnparsableMail {
        String raw = "From: Portal <" + FORM + ">\r\nTo: " + OURS + "\r\nSubject: Kontaktformular\r\n" + fields
                + "Content-Type: text/plain; charset=UTF-8\r\n\r\n" + body;
        return new MailParser(IntakeFixture.LARGEST).parse(raw.getBytes(StandardCharsets.UTF_8));
    }

    private FormMail form(String fields, String body) throws UnparsableMail {
        return FormMail.of(mail(fields, body), settings().account());
    }

    @Test
    void everythingTheFormTellsIsTakenFromItsFields() throws Exception {
        FormMail form = form("", """
                Vorname: Mira
                Nachname: Petrova
                E-Mail: mira@client.example
                Telefon: +49 201 555 01 23
                Sprache: Rumänisch
                Betreff: Anmeldung
                IP-Adresse: 192.0.2.1
                Nachricht:
                Bună ziua, am o întrebare.
                """);
        assertEquals(new Address("Mira Petrova", "mira@client.example"), form.client());
        assertEquals("+49 201 555 01 23", form.callback());
        assertEquals("ro", form.language());
        assertEquals("Anmeldung", form.subject());
        assertEquals("Bună ziua, am o întrebare.", form.newText());
        assertTrue(form.text().startsWith("Vorname: Mira\n"));
        assertFalse(form.text().contains("192.0.2.1"));
    }

    @Test
    void replyToIsTheClientAndAFieldServesWhereItIsNone() throws Exception {
        assertEquals(
                new Address("Mira", "mira@client.example"),
                form("Reply-To: Mira <mira@client.example>\r\n", "E-Mail: other@client.example")
                        .client());
        for (String none : new String[] {FORM, "info@cara.example", OURS, "noreply@cara.example"}) {
            assertEquals(
                    new Address(null, "mira@client.example"),
                    form("Reply-To: " + none + "\r\n", "E-Mail: mira@client.example")
                            .client(),
                    none);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mira@client.example | mira@client.example",
                "<mailto:mira@client.example> | mira@client.example",
                "mira @ client.example. | mira@client.example",
                "Mira <mira@client.example> (privat) | mira@client.example",
                "mira+x_y.z@sub.client.example | mira+x_y.z@sub.client.example",
                "mira@müller.example | mira@müller.example"
            })
    void anAddressIsFoundInWhatWasTyped(String typed, String address) throws Exception {
        assertEquals(address, form("", "E-Mail: " + typed).client().address());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "keine", "mira", "mira@client", "@client.example", "мира@", OURS, FORM})
    void withoutAnAddressOnlyTheNameIsKnown(String typed) throws Exception {
        assertEquals(
                new Address("Mira", ""),
                form("", "Name: Mira\nE-Mail: " + typed + "\n").client());
        assertNull(form("", "E-Mail: " + typed + "\nNachricht: Hallo").client());
    }

    @Test
    void withoutKnownFieldsTheWholeFormIsWhatTheClientWrote() throws Exception {
        FormMail form = form("", "Guten Tag, ich habe eine Frage.");
        assertEquals("Guten Tag, ich habe eine Frage.", form.newText());
        assertEquals("Kontaktformular", form.subject());
        assertEquals("de", form.language());
        assertNull(form.callback());
    }

    @ParameterizedTest
    @ValueSource(strings = {"keins", "12", "ruf mich nicht an", "1234567890123456789012345"})
    void whatIsNoNumberIsNotCalled(String typed) throws Exception {
        assertNull(form("", "Telefon: " + typed).callback());
    }

    @Test
    void withoutAServerThatVouchesEveryListedSenderIsBelieved() throws Exception {
        assertTrue(settings().account().webForms().wrote(mail("", "x")));
        assertTrue(settings().account().webForms().believes(mail("", "x")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx.obhut.example; dmarc=pass header.from=cara.example",
                "mx.obhut.example; dkim=pass header.d=cara.example",
                "mx.obhut.example; dkim=pass header.d=mail.cara.example",
                "mx.obhut.example; dkim=fail header.d=cara.example; spf=pass smtp.mailfrom=bounce@cara.example",
                "mx.obhut.example; spf=pass smtp.mailfrom=CARA.example"
            })
    void aFormIsBelievedWhereTheServerVouchesForItsDomain(String results) throws Exception {
        assertTrue(vouched(results, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx.obhut.example; none",
                "mx.obhut.example; dmarc=fail header.from=cara.example",
                "mx.obhut.example; dmarc=pass header.from=evil.example",
                "mx.obhut.example; dmarc=pass",
                "mx.obhut.example; dkim=pass header.d=evil.example",
                "mx.obhut.example; dkim=pass header.d=notcara.example",
                "mx.obhut.example; dkim=pass header.d=example",
                "mx.obhut.example; spf=pass smtp.mailfrom=cara.example.evil.example",
                "mx.obhut.example; spf=softfail smtp.mailfrom=cara.example",
                "mx.obhut.example; arc=pass header.d=cara.example",
                "mx.evil.example; dmarc=pass header.from=cara.example"
            })
    void elseItIsNot(String results) throws Exception {
        assertFalse(vouched(results, ""));
    }

    @Test
    void theMethodsCanBeNamed() throws Exception {
        String spf = "mx.obhut.example; spf=pass smtp.mailfrom=cara.example";
        assertFalse(vouched(spf, "dkim, dmarc"));
        assertTrue(vouched(spf, "SPF"));
    }

    private boolean vouched(String results, String methods) throws UnparsableMail {
        AccountSettings settings = settings().set("web-form.authserv-id", "mx.obhut.example");
        if (!methods.isEmpty()) {
            settings.set("web-form.methods", methods);
        }
        return settings.account().webForms().believes(mail("Authentication-Results: " + results + "\r\n", "x"));
    }
}
