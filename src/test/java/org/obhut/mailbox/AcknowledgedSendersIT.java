package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom an acknowledgement goes to, and whom never: machines, lists and Obhut itself. */
class AcknowledgedSendersIT extends AcknowledgementCase {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied\r\n",
                "Auto-Submitted: auto-generated\r\n",
                "Precedence: bulk\r\n",
                "Precedence: list\r\n",
                "List-Id: <list.example>\r\n",
                "List-Unsubscribe: <mailto:off@list.example>\r\n",
                "List-Post: <mailto:list@list.example>\r\n",
                "Return-Path: <>\r\n",
                "X-Auto-Response-Suppress: All\r\n",
                "X-Autoreply: yes\r\n",
                "Return-Path: <bounces+1@list.example>\r\n",
                "From: noreply@client.example\r\n",
                "From: MAILER-DAEMON@client.example\r\n",
                "Reply-To: no-reply@client.example\r\n",
                "From: beratung@obhut.example\r\n",
                "From: Beratung@Obhut.example\r\n",
                "From: beratung+token@obhut.example\r\n",
                "From: consiliere@obhut.example\r\n",
                "Reply-To: consiliere@obhut.example\r\n",
                "From: portal@cara.example\r\nReply-To: mira@client.example\r\n",
                "From: portal@cara.example\r\n",
                "Reply-To: portal@cara.example\r\n",
                "From: not an address\r\n",
                "From: mira@[192.0.2.1]\r\n",
                "Date: Fri, 27 Feb 2026 11:59:00 +0000\r\n"
            })
    void neverTo(String fields) {
        fixture.take(mail(fields));
        assertEquals(1, fixture.tickets().size(), "the mail itself is there");
        assertEquals(List.of(), sent());
        assertEquals(new AcknowledgementRows.Counts(0, 0), fixture.acknowledged.counts(IntakeFixture.ADDRESS));
    }

    @Test
    void norToAReceiptOrAReportOfUnknownMail() {
        for (String type : List.of("disposition-notification", "delivery-status")) {
            fixture.take("From: Mira <mira@client.example>\r\nTo: " + IntakeFixture.ADDRESS
                    + "\r\nSubject: Read\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=" + type
                    + "; boundary=x\r\n\r\n--x\r\n\r\nRead.\r\n--x\r\nContent-Type: message/" + type
                    + "\r\n\r\nFinal-Recipient: rfc822; mira@client.example\r\n"
                    + "Disposition: manual-action/MDN-sent-manually; displayed\r\n\r\n--x--\r\n");
        }
        assertEquals(List.of(), sent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: no\r\n",
                "Return-Path: <mira@client.example>\r\n",
                "Date: Mon, 2 Mar 2026 11:59:00 +0000\r\n",
                "Date: today\r\n",
                "Reply-To: Mira <mira@elsewhere.example>\r\n",
                "References: <erased@client.example>\r\n"
            })
    void butToAnyPerson(String fields) {
        fixture.take(mail(fields));
        assertEquals(1, sent().size());
    }

    @Test
    void oneAddressGetsOneADayHoweverItIsSpelt() {
        fixture.take(mail(""));
        fixture.take(mail("From: MIRA@client.example\r\n"));
        fixture.take(mail("From: mira+zwei@client.example\r\n"));
        fixture.take(mail("From: other@client.example\r\nReply-To: mira@client.example\r\n"));
        assertEquals(4, fixture.tickets().size());
        assertEquals(1, sent().size());
        fixture.take(mail("From: ana@client.example\r\n"));
        assertEquals(2, sent().size());
        fixture.desk.clock.move(Duration.ofDays(1));
        fixture.take(mail(""));
        assertEquals(3, sent().size());
    }
}
