package org.obhut.mailbox;

import static org.obhut.fuzz.Bounds.expect;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.obhut.form.FormLabels;
import org.obhut.form.FormText;
import org.obhut.fuzz.Bounds;
import org.obhut.mime.Lines;
import org.obhut.mime.UuencodedText;
import org.obhut.ticket.Appointment;

/** Any bytes as what is packed into a mail: winmail.dat, calendars, uuencoded files, fields of web forms. */
public final class PackedFuzz {

    private PackedFuzz() {}

    public static List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        seeds.add(winmail());
        for (String text : List.of(
                "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nSUMMARY:Gespräch\\, Raum 3\r\n  bitte\r\n"
                        + "DTSTART;TZID=Europe/Berlin:20260312T100000\r\nDURATION:PT45M\r\nLOCATION:Neumarkt 15\r\n"
                        + "ORGANIZER;CN=\"Amt; Köln\":mailto:termin@amt.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260312\nDTEND;VALUE=DATE:20260314\nSTATUS:CANCELLED\nEND:VEVENT",
                "Hallo\nbegin 644 datei.txt\n%:&%L;&\\\n`\nend\nTschüss\n",
                "Name: Mira\nE-Mail: mira@client.example\nTelefon: 0211 1\nNachricht:\nIch habe eine Frage\nSprache: Deutsch\n",
                "<table><tr><td>Name</td><td>Mira</td></tr><tr><td>E-Mail</td><td>mira@client.example</td></tr></table>")) {
            seeds.add(text.getBytes(StandardCharsets.UTF_8));
        }
        return seeds;
    }

    /** A title and a file, each an attribute with its length. */
    private static byte[] winmail() {
        ByteBuffer out = ByteBuffer.allocate(400).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(0x223E9F78).putShort((short) 1);
        attribute(out, 2, 0x00069002, new byte[14]);
        attribute(out, 2, 0x00018010, "datei.txt\0".getBytes(StandardCharsets.US_ASCII));
        attribute(out, 2, 0x0006800F, "Inhalt".getBytes(StandardCharsets.US_ASCII));
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    private static void attribute(ByteBuffer out, int level, int id, byte[] bytes) {
        int sum = 0;
        for (byte b : bytes) {
            sum += b & 0xff;
        }
        out.put((byte) level).putInt(id).putInt(bytes.length).put(bytes).putShort((short) sum);
    }

    public static void fuzzerInitialize() {
        seeds().forEach(PackedFuzz::read);
    }

    public static void fuzzerTestOneInput(byte[] bytes) {
        Bounds.hold(bytes.length, () -> read(bytes));
    }

    private static void read(byte[] bytes) {
        Winmail.unpack(bytes).ifPresent(packed -> packed.files()
                .forEach(file -> expect(file.bytes().length <= bytes.length, "a file larger than its pack")));
        String text = Lines.normal(new String(bytes, StandardCharsets.UTF_8));
        List<Appointment> found = CalendarPart.read(text, "REQUEST");
        expect(found.size() <= 20, "too many appointments");
        UuencodedText packed = UuencodedText.of(text);
        expect(packed.files().stream().mapToLong(file -> file.bytes().length).sum() <= bytes.length, "more than came");
        FormText.of(text, FormLabels.usual());
        FormText.of("", text, FormLabels.usual());
    }
}
