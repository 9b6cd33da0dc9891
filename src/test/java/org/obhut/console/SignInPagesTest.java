package org.obhut.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.console.Rendered.HOSTILE;
import static org.obhut.console.Rendered.first;
import static org.obhut.console.Rendered.render;
import static org.obhut.console.Rendered.signIn;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages for who is not signed in. */
class SignInPagesTest {

    @Test
    void neverGivesThePassphraseBack() {
        Document page = render(
                "sign-in.jte", Samples.frame(Language.DE, null), signIn("Name, Passphrase oder Code stimmen nicht."));
        assertEquals("", page.selectFirst("#passphrase").attr("value"));
        assertEquals("anna", page.selectFirst("#name").attr("value"));
        assertEquals("refused", page.selectFirst("#passphrase").attr("aria-describedby"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void asksTheFirstAdministratorForNameAndPassphrase(Language language) {
        Document page = render("arrival.jte", Samples.frame(language, null), first(null, null));
        assertEquals(
                "/first-administrator/token",
                page.selectFirst("form[method=post]").attr("action"));
        assertEquals(1, page.select("main h1").size());
        assertFalse(page.title().contains("token"), page.title());
        assertEquals("name-rule", page.selectFirst("#name").attr("aria-describedby"));
        assertEquals("passphrase-rule", page.selectFirst("#passphrase").attr("aria-describedby"));
        assertTrue(page.select(".ob-error, [role=alert]").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"name, not-a-name", "passphrase, too-short", "passphrase, same-as-name"})
    void saysAtTheFieldWhatTheFirstAdministratorHasToChange(String field, String reason) {
        Frame frame = Samples.frame(Language.EN, null);
        Document page = render("arrival.jte", frame, first(field, reason));
        assertEquals(field + "-wrong", page.selectFirst("#" + field).attr("aria-describedby"));
        assertEquals(
                frame.wrong(reason), page.selectFirst("#" + field + "-wrong").text());
        assertNotEquals(frame.wrong("other"), frame.wrong(reason));
        assertEquals(HOSTILE, page.selectFirst("#name").attr("value"));
        assertEquals("", page.selectFirst("#passphrase").attr("value"));
        assertEquals(1, page.select(".ob-error").size());
    }
}
