package org.obhut.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HtmlTextTest {

    private static String text(String html) {
        return HtmlText.of(html).text();
    }

    @Test
    void partsParagraphsAndLinesAsPeopleSeeThem() {
        assertEquals("Guten Tag,\n\nich komme.\nMira", text("<p>Guten&nbsp;Tag,</p>\n<p>ich komme.<br>\nMira</p>"));
        assertEquals("eins\nzwei\n\ndrei", text("<div>eins</div><div>zwei</div><div><br></div><div>drei</div>"));
        assertEquals("eins\nzwei", text("<p style='margin: 0'>eins</p><p style='margin:0'>zwei</p>"));
        assertEquals("eins zwei", text("  eins\n\t<b>zwei </b>\n"));
        assertEquals("eins zwei", text("<span>eins </span><span> zwei</span>"));
        assertEquals("oben\n----------\nunten", text("oben<hr>unten"));
        assertEquals("a\n\n\nb", text("a<br><br><br>b"));
        assertEquals("Titel\n\nText", text("<h1>Titel</h1>Text"));
    }

    @Test
    void keepsTheLinesOfPreformattedText() {
        assertEquals("a  b\n  c", text("<pre>a  b\n  c</pre>"));
    }

    @Test
    void showsLists() {
        assertEquals(
                "Ich brauche:\n\n- Ausweis\n- Brief\n\nDanke", text("Ich brauche:<ul><li>Ausweis<li>Brief</ul>Danke"));
        assertEquals("1. a\n2. b\n  - c\n3. d", text("<ol><li>a</li><li>b<ul><li>c</li></ul></li><li>d</li></ol>"));
        assertEquals("4. a\n5. b", text("<ol start=4><li>a</li><li>b</li></ol>"));
    }

    @Test
    void showsTables() {
        assertEquals(
                "Miete | 450 €\nStrom | 60 €",
                text("<table><tr><td>Miete</td><td>450 €</td></tr><tr><td>Strom</td><td>60 €</td></tr></table>"));
        assertEquals("Name: Mira", text("<table><tr><th>Name:</th><td>Mira</td></tr></table>"));
    }

    @Test
    void showsWhereALinkLeadsWhereItsTextDoesNot() {
        assertEquals("Termin <https://a.example/t>", text("<a href='https://a.example/t'>Termin</a>"));
        assertEquals(
                "www.bank.example <https://evil.example/>",
                text("<a href='https://evil.example/'>www.bank.example</a>"));
        assertEquals("https://a.example/t", text("<a href='https://a.example/t/'>https://a.example/t</a>"));
        assertEquals("a.example", text("<a href='https://www.a.example/'>a.example</a>"));
        assertEquals("mira@client.example", text("<a href='mailto:mira@client.example'>mira@client.example</a>"));
        assertEquals("Mira <mira@client.example>", text("<a href='mailto:mira@client.example'>Mira</a>"));
        assertEquals("Klick", text("<a href='javascript:alert(1)'>Klick</a>"));
        assertEquals("Klick", text("<a href='#top'>Klick</a>"));
        assertEquals("", text("<a href='https://a.example/'><img src='https://a.example/p.gif'></a>"));
    }

    @Test
    void leavesOutWhatNobodySees() {
        assertEquals(
                "Hallo",
                text("<html><head><title>t</title><style>p{}</style></head><body>"
                        + "<div style='display:none;max-height:0'>Vorschau</div>"
                        + "<span style='FONT-SIZE: 0px'>x</span><p hidden>y</p><span style='mso-hide:all'>z</span>"
                        + "<script>x()</script><noscript>n</noscript><!-- c -->Hallo</body></html>"));
    }

    @Test
    void readsWhatWordWrites() {
        assertEquals(
                "Guten Tag,\n\nich komme.\nMira",
                text("<!--[if gte mso 9]><xml>x</xml><![endif]--><p class=MsoNormal>Guten Tag,<o:p></o:p></p>"
                        + "<p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>ich komme.</p>"
                        + "<p class=MsoNormal><![if !supportLists]>Mira<![endif]></p>"));
    }

    @Test
    void marksQuotesAndNotesWhichOfThemAProgramMade() {
        assertEquals(
                "neu\n\n> alt\n>\n> > älter", text("neu<blockquote>alt<blockquote>älter</blockquote></blockquote>"));
        ReadableText cited = HtmlText.of("neu<blockquote type=cite>alt<br>älter</blockquote>neu");
        assertEquals("neu\n\n> alt\n> älter\n\nneu", cited.text());
        assertEquals("{2, 3}", cited.quoted().toString());
    }

    @Test
    void marksNoLineBehindTheLast() {
        ReadableText blank = HtmlText.of("neu<br><div name=quote>&nbsp;</div>");
        assertEquals("neu", blank.text());
        assertEquals("{}", blank.quoted().toString());
        assertEquals("neu\nBis morgen", QuotedText.newText(blank.and(ReadableText.plain("Bis morgen"))));
    }

    @Test
    void keepsTheOrderOfRightToLeftText() {
        assertEquals("مرحبا 10:00 Köln", text("<div dir=rtl>مرحبا <span dir=ltr>10:00</span> Köln</div>"));
    }

    @Test
    void showsSmileysAndNoOtherPicture() {
        assertEquals("Danke 🙂", text("Danke <img alt='🙂' src='cid:1'><img alt='Logo' src='cid:2'>"));
    }
}
