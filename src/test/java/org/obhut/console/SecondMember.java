package org.obhut.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.obhut.testing.RunningObhut;

/**
 * Somebody who counsels in the team 'Südosteuropa' and leads none: invited, arrived and let in on the ways that everybody takes, since
 * the demo has only that team's lead. */
public record SecondMember(String name, String passphrase) {

    /** @param name that nobody has */
    public static SecondMember of(RunningObhut obhut, String name) {
        HttpResponse<String> invited = PlainBrowser.of(obhut, "admin")
                .form("/admin/people", Map.of("name", name, "displayName", name), true, false);
        String link = Jsoup.parse(invited.body()).selectFirst("#link-text").val();
        String path = link.substring(link.indexOf('/', "https://".length()));
        var browser = new PlainBrowser(obhut);
        Document arrival = Jsoup.parse(browser.page(path));
        String passphrase = arrival.selectFirst("#suggestion").text();
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element field : arrival.select("form[action=" + path + "] input[type=hidden]")) {
            fields.put(field.attr("name"), field.val());
        }
        fields.putAll(Map.of("passphrase", passphrase, "repeat", passphrase));
        HttpResponse<String> arrived = browser.form(path, fields, true, false);
        assertEquals(200, arrived.statusCode(), arrived.body());
        letIn(PlainBrowser.of(obhut, "ion"), name);
        return new SecondMember(name, passphrase);
    }

    private static void letIn(PlainBrowser ion, String name) {
        String team = Jsoup.parse(ion.get("/teams").body())
                .selectFirst("main li a[href^=/teams/]")
                .attr("href");
        Element form = Jsoup.parse(ion.get(team).body()).selectFirst("form[aria-label=" + name + "]");
        HttpResponse<String> admitted = ion.form(
                team + "/members",
                Map.of(
                        "person", form.selectFirst("[name=person]").val(),
                        "key", form.selectFirst("[name=key]").val(),
                        "compared", "true"),
                true,
                false);
        assertEquals(303, admitted.statusCode());
    }

    /** A browser in which they are signed in. */
    PlainBrowser browser(RunningObhut obhut) {
        return PlainBrowser.of(obhut.address(), name, passphrase);
    }
}
