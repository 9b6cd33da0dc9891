package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obhut.mime.HeaderFields;

class AutomaticAnswerRuleTest {

    private static boolean permits(String field) {
        byte[] head = ("From: Mira <mira@client.example>\r\nSubject: Frage\r\n" + field + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        return AutomaticAnswerRule.permits(HeaderFields.read(head, 0, head.length));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: auto-generated; type=report",
                "Auto-Submitted: auto-notified",
                "Auto-Submitted: x",
                "Auto-Submitted: no\r\nAuto-Submitted: auto-replied",
                "Precedence: bulk",
                "Precedence: List",
                "Precedence: junk",
                "Precedence: auto_reply",
                "X-Precedence: bulk",
                "List-Id: <list.example>",
                "List-Unsubscribe: <mailto:off@list.example>",
                "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
                "List-Post: <mailto:list@list.example>",
                "List-Help: <https://list.example>",
                "List-Archive: <https://list.example>",
                "List-Owner: <mailto:owner@list.example>",
                "Mailing-List: list",
                "X-Mailing-List: list",
                "X-Loop: list@list.example",
                "X-Auto-Response-Suppress: All",
                "X-Auto-Response-Suppress: OOF, AutoReply",
                "X-Autoreply: yes",
                "X-Autorespond: yes",
                "X-Google-Group-Id: 1",
                "X-Failed-Recipients: a@b.example",
                "X-CSA-Complaints: a@b.example",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=x",
                "Content-Type: Multipart/Report",
                "Return-Path: <>",
                "Return-Path: < >",
                "Return-Path: <bounce-17@list.example>",
                "Return-Path: <noreply@portal.example>",
                "Return-Path: <MAILER-DAEMON@mx.example>"
            })
    void aMachineStaysSilent(String field) {
        assertFalse(permits(field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: no",
                "Auto-Submitted: No (a person)",
                "Return-Path: <mira@client.example>",
                "Received: from list by bulk.example",
                "X-Mailer: Phone",
                "Importance: high",
                "Feedback-ID: abc:Provider"
            })
    void aPersonMayBeAnswered(String field) {
        assertTrue(permits(field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "noreply@x.example",
                "no-reply@x.example",
                "No_Reply@x.example",
                "no.reply@x.example",
                "donotreply@x.example",
                "do-not-reply@x.example",
                "nicht-antworten@x.example",
                "keine-antwort@x.example",
                "nepasrepondre@x.example",
                "ne-pas-repondre@x.example",
                "noresponder@x.example",
                "noreply+abc@x.example",
                "service-noreply@x.example",
                "service.no-reply@x.example",
                "mailer-daemon@x.example",
                "MAILER-DAEMON@x.example",
                "mailerdaemon@x.example",
                "postmaster@x.example",
                "bounce@x.example",
                "bounces+123-abc@x.example",
                "list-bounces@x.example",
                "owner-list@x.example",
                "list-owner@x.example",
                "list-request@x.example",
                "newsletter@x.example",
                "notifications@x.example",
                "www-data@x.example",
                "root@x.example",
                "nobody@x.example",
                "cron@x.example",
                "@x.example",
                "mira"
            })
    void nobodyReadsThere(String address) {
        assertFalse(AutomaticAnswerRule.permitsTo(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mira@client.example",
                "anna.noremark@client.example",
                "listra@client.example",
                "ownersen@client.example",
                "robotnik@client.example",
                "systemova@client.example",
                "nora.ply@client.example",
                "info@client.example",
                "kontakt+beratung@client.example",
                "мира@client.example"
            })
    void aPersonMayReadThere(String address) {
        assertTrue(AutomaticAnswerRule.permitsTo(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Abwesenheitsnotiz: Urlaub", "Automatic reply: Hello", "Răspuns automat: concediu"})
    void theSubjectOfAnAbsenceNoteIsEnough(String subject) {
        byte[] head = ("Subject: " + subject + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
        assertFalse(AutomaticAnswerRule.permits(HeaderFields.read(head, 0, head.length)));
    }
}
