package org.obhut.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTargetTest {

    @ParameterizedTest
    @CsvSource({
        "https://www.cara.nrw/termine?a=1#b, https://www.cara.nrw/termine?a=1#b, www.cara.nrw",
        "http://CARA.nrw, http://cara.nrw/, cara.nrw",
        "https:\\\\cara.nrw\\x, https://cara.nrw/x, cara.nrw",
        "https:////cara.nrw, https://cara.nrw/, cara.nrw",
        "https://cara.nrw:8443?x, https://cara.nrw:8443/?x, cara.nrw",
        "https://cara.nrw@evil.example/, https://evil.example/, evil.example",
        "https://a:b@cara.nrw@evil.example:80/, https://evil.example:80/, evil.example",
        "https://evil%2Eexample/, https://evil.example/, evil.example",
        "https://ｅｖｉｌ。example/, https://evil.example/, evil.example",
        "https://müller.example/ä, https://xn--mller-kva.example/%C3%A4, xn--mller-kva.example",
        "'https://cara.nrw/\u202ea\"<b', https://cara.nrw/%E2%80%AEa%22%3Cb, cara.nrw",
        "'ht\ntps://cara\t.nrw/', https://cara.nrw/, cara.nrw",
        "http://[::1]:80/x, http://[::1]:80/x, [::1]",
        "http://10.0.0.1/, http://10.0.0.1/, 10.0.0.1"
    })
    void theHostIsTheOneABrowserGoesTo(String href, String address, String host) {
        LinkTarget target = LinkTarget.of(href).orElseThrow();
        assertEquals(address, target.address());
        assertEquals(host, target.host());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cara.nrw",
                "//cara.nrw/",
                "https:cara.nrw",
                "https://",
                "https:///",
                "https://@/",
                "https://a b/",
                "https://a..b/",
                "https://-a.example/",
                "https://a%00b.example/",
                "https://a%zz/",
                "https://a:port/",
                "https://a<b>/",
                "ftp://cara.nrw/",
                "javascript://cara.nrw/%0aalert(1)",
                "mailto:a@cara.nrw"
            })
    void whatNobodyCanSayIsNoTarget(String href) {
        assertTrue(LinkTarget.of(href).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "www.caritas.de, https://evil.example/",
        "caritas.de, https://evil.example/",
        "https://caritas.de/login, https://evil.example/caritas.de/login",
        "Jetzt auf https://caritas.de anmelden, https://evil.example/",
        "caritas.de, https://caritas.de.evil.example/",
        "info@caritas.de, https://evil.example/",
        "ca\u00adritas.de, https://evil.example/",
        "hier, https://caritas.de@evil.example/",
        "hier, https://xn--80ak6aa92e.com/",
        "hier, https://сaritas.de/",
        "müller.de, https://mueller.de/"
    })
    void wordsThatNameAnotherHostLie(String words, String href) {
        assertTrue(LinkText.lies(words, LinkTarget.of(href).orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource({
        "hier klicken, https://example.org/",
        "'', https://example.org/",
        "Wo ist das?, https://example.org/",
        "z.B. hier, https://example.org/",
        "Bericht.pdf, https://example.org/Bericht.pdf",
        "Haus.Bitte melden, https://example.org/",
        "www.caritas.de, https://caritas.de/",
        "caritas.de, https://www.caritas.de/beratung",
        "CARITAS.DE/beratung, https://www.caritas.de/beratung",
        "news.caritas.de, https://caritas.de/",
        "https://caritas.de:443/x, https://caritas.de/x",
        "müller.de, https://xn--mller-kva.de/",
        "правна-помощ.бг, https://правна-помощ.бг/",
        "info@caritas.de, https://caritas.de/kontakt"
    })
    void honestWordsDoNot(String words, String href) {
        assertEquals(false, LinkText.lies(words, LinkTarget.of(href).orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource({
        "www.cara.nrw, https://www.cara.nrw/x, true",
        "Mehr auf www.cara.nrw!, https://www.cara.nrw/, true",
        "https://müller.de/x, https://xn--mller-kva.de/x, true",
        "cara.nrw, https://www.cara.nrw/, false",
        "hier, https://www.cara.nrw/, false"
    })
    void aHostThatTheWordsNameNeedNotBeSaidAgain(String words, String href, boolean named) {
        assertEquals(named, LinkTarget.of(href).orElseThrow().namedBy(words));
    }

    @ParameterizedTest
    @CsvSource({
        "https://xn--mller-kva.de/, müller.de",
        "https://xn--80ak6aa92e.com/, xn--80ak6aa92e.com",
        "https://caritas.de/, caritas.de"
    })
    void hostsAreShownAsTheirOwnersWriteThemUnlessTheyLookLikeOthers(String href, String shown) {
        assertEquals(shown, LinkTarget.of(href).orElseThrow().shown());
    }
}
