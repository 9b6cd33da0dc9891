package org.obhut.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.Set;
import org.obhut.testing.AuthenticatorApp;

/** What somebody has who came by a link: a passphrase, an app on a phone, and codes on paper. */
record Access(String name, String passphrase, AuthenticatorApp app, List<String> codes) {

    /** Has an administrator invite somebody, and returns the path of the link. */
    static String invited(Person admin, String name, String displayName, Set<String> roles) {
        admin.page().navigate("/admin/people");
        admin.page().fill("#displayName", displayName);
        admin.page().fill("#name", name);
        roles.forEach(role -> admin.page().check("input[name=role][value=" + role + "]"));
        admin.page().press("#name", "Enter");
        return path(admin.at("#link-text").inputValue());
    }

    static String path(String link) {
        return link.substring(link.indexOf('/', "https://".length()));
    }

    /** Fills in what is asked of everybody who comes by a link, with the suggested passphrase and a device. */
    static Access by(Person person, String name) {
        String passphrase = person.at("#suggestion").textContent();
        var app = new AuthenticatorApp(person.at(".ob-secret").textContent());
        person.page().fill("#passphrase", passphrase);
        person.page().fill("#repeat", passphrase);
        person.page().fill("#code", app.code());
        person.page().press("#code", "Enter");
        assertThat(person.at(".ob-codes code")).hasCount(10);
        List<String> codes = person.at(".ob-codes code").allTextContents();
        person.at("main a.kern-btn--primary").click();
        return new Access(name, passphrase, app, codes);
    }

    /** Signs in with the app's next code. */
    void signIn(Person person) {
        person.signIn(name, passphrase, app.code());
        assertThat(person.at(".ob-top")).isVisible();
    }
}
