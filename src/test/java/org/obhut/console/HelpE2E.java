package org.obhut.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.obhut.testing.ConsoleBrowser.assertAccessible;
import static org.obhut.testing.ConsoleBrowser.screenshot;
import static org.obhut.testing.PageFit.assertFits;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Clip;
import com.microsoft.playwright.options.ScreenshotType;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obhut.help.HelpTopic;
import org.obhut.testing.ConsoleBrowser;
import org.obhut.testing.ConsoleBrowser.Look;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.WithBrowser;

/**
 * The guide in a browser, and its pictures. Beside each picture lie the labels that it shows; where the console of today lacks one
 * of them, the picture is out of date and this fails. {@code -Dobhut.help.pictures=renew}, for this class alone, takes them anew.
 */
@WithBrowser
class HelpE2E {

    private static final boolean RENEW = "renew".equals(System.getProperty("obhut.help.pictures"));
    private static final Path LABELS = Path.of("src/test/resources/help");
    private static final Path PICTURES = Path.of("src/main/webapp/assets/help");
    private static final int QUALITY = 80;

    /** What a picture's words are compared by: what we call things, not what clients write. */
    private static final String LABELS_SHOWN = """
            part => [...part.querySelectorAll('h2, h3, legend, label, button, summary, th, nav a')]
                .filter(each => each.checkVisibility() && !each.closest('.ob-folders, .ob-list, .ob-thread, .ob-demo, tbody, dialog'))
                .map(each => each.innerText.replace(/\\s+/g, ' ').replace(/\\d+/g, '#').trim())
                .filter(words => words)""";

    private final ConsoleBrowser browser;
    private final ClientMail client;
    private final List<String> outdated = new ArrayList<>();

    HelpE2E(ConsoleBrowser browser, RunningObhut obhut) {
        this.browser = browser;
        this.client = new ClientMail(obhut);
    }

    private static Look look(Language language) {
        return new Look(1280, false, language.locale().toLanguageTag(), true);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void itsPicturesShowTheConsoleOfToday(Language language) throws Exception {
        String subject = arrive(language);
        try (Person leyla = Person.signedIn(browser, look(language), "leyla")) {
            leyla.open("new", subject);
            picture(leyla, language, "desk", "body");
            picture(leyla, language, "ticket", "main.ob-ticket");
            picture(leyla, language, "details", "#details");
            leyla.page().navigate(leyla.page().url().replaceFirst("\\?.*", "/erasure"));
            picture(leyla, language, "erasure", "main");
            leyla.page().navigate("/calls/new");
            picture(leyla, language, "call", "main");
            leyla.page().navigate("/profile");
            picture(leyla, language, "profile", "main");
            leyla.page().navigate("/teams");
            leyla.at("main li a").first().click();
            assertThat(leyla.at("#reads")).isVisible();
            picture(leyla, language, "team", "main");
        }
        assertEquals(List.of(), outdated, "pictures of the guide are out of date; see the class on how to renew them");
    }

    /** An invented letter in the reader's language, so that nobody wonders what it says. */
    private String arrive(Language language) throws Exception {
        boolean german = language == Language.DE;
        if (RENEW && german) {
            client.sendHtml(
                    new InternetAddress("elena@client.example", "Elena"),
                    "Întrebare despre asigurare",
                    "Bună ziua, nu am asigurare de sănătate. Ce pot să fac?",
                    "");
            client.sendHtml(
                    new InternetAddress("ivana@client.example", "Ivana"),
                    "Въпрос",
                    "Добър ден, търся лекар, който говори български.",
                    "");
        }
        String subject = german ? "Frage zur Anmeldung" : "A question on registration";
        String text = german
                ? "Guten Tag,\n\nich möchte mich anmelden und weiß nicht, wo. Geht das auch ohne festen Wohnsitz?"
                        + "\n\nBitte schreiben Sie nur vormittags.\n\nMaria"
                : "Hello,\n\nI want to register and do not know where. Is that possible without a fixed address?"
                        + "\n\nPlease write in the mornings only.\n\nMaria";
        client.sendHtml(new InternetAddress("maria@client.example", "Maria"), subject, text, "");
        return subject;
    }

    private void picture(Person person, Language language, String name, String part) throws IOException {
        Page page = person.page();
        Locator shown = page.locator(part);
        assertThat(shown).isVisible();
        Path labels = LABELS.resolve(language.tag()).resolve(name + ".txt");
        @SuppressWarnings("unchecked")
        List<String> today = (List<String>) shown.evaluate(LABELS_SHOWN);
        if (RENEW) {
            Files.createDirectories(labels.getParent());
            Files.write(labels, today.stream().distinct().toList());
            Path file = PICTURES.resolve(language.tag()).resolve(name + ".jpg");
            page.evaluate("scrollTo(0, 0)");
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(file)
                    .setType(ScreenshotType.JPEG)
                    .setQuality(QUALITY)
                    .setClip(clip(shown)));
        } else {
            List<String> gone = new ArrayList<>(Files.readAllLines(labels));
            gone.removeAll(today);
            if (!gone.isEmpty()) {
                outdated.add(language.tag() + '/' + name + " shows what is no longer there: " + gone);
            }
        }
    }

    /** What of the part is in the window. */
    private static Clip clip(Locator part) {
        var box = part.boundingBox();
        double height = Math.min(box.height, 900 - Math.max(0, box.y));
        return new Clip(box.x, box.y, box.width, height);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyPageCanBeReadByEverybody(boolean narrowAndDark) {
        Look how = narrowAndDark ? new Look(390, true, "en-GB", false) : new Look(1440, false, "de-DE", true);
        String name = narrowAndDark ? "help-english-390-dark-" : "help-";
        try (Person nobody = Person.arriving(browser, how)) {
            nobody.page().navigate("/sign-in");
            nobody.at("a[href='/help']").click();
            for (HelpTopic topic : HelpTopic.values()) {
                nobody.page().navigate("/help");
                nobody.at("main a[href='/help/" + topic.slug() + "']").click();
                assertThat(nobody.at("main h1")).isVisible();
                assertEquals(List.of(), nobody.complaints());
                if (!narrowAndDark) {
                    assertAccessible(nobody.page());
                }
                assertFits(nobody.page(), name + topic.slug());
                nobody.at("main img").all().forEach(picture -> {
                    picture.scrollIntoViewIfNeeded();
                    assertThat(picture).hasJSProperty("complete", true);
                    assertEquals(Boolean.TRUE, picture.evaluate("each => each.naturalWidth > 0"), topic.slug());
                });
                screenshot(nobody.page(), name + topic.slug());
            }
        }
    }

    @Test
    void theDeskLeadsToThePageOnAnswering() {
        try (Person anna = Person.signedIn(browser, Look.DESK, "anna")) {
            anna.page().navigate("/desk/new");
            anna.at(".ob-top__help").click();
            assertThat(anna.at("main h1")).hasText("Eine Mail beantworten");
            assertThat(anna.at(".ob-top")).isVisible();
            assertThat(anna.at(".ob-help-back a")).hasAttribute("href", "/help");
        }
    }
}
