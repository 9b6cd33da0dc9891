package org.obhut.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.TimeoutError;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obhut.testing.ConsoleBrowser;
import org.obhut.testing.ConsoleBrowser.Look;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.WithBrowser;

/**
 * Every hostile mail in the plain view of its ticket and as it was sent: nothing is asked of anybody else, nothing runs, and
 * the console around it stands where it stood and looks as it looked.
 */
@WithBrowser
class HostileMailE2E {

    /** Where the console's own parts are and how they look; the same for every mail of the same subject. */
    private static final String PARTS = """
            () => ['.ob-top', '#desk', '.ob-list', '.ob-ticket', '#ticket-head', '#composer', '#details'].map(name => {
              const part = document.querySelector(name), box = part.getBoundingClientRect(), look = getComputedStyle(part);
              const inside = document.elementFromPoint(box.x + box.width / 2, box.y + 3);
              return [name, part.tagName, box.x, box.y, box.width, box.height, look.color, look.backgroundColor, look.fontFamily,
                look.display, look.position, look.opacity, part.contains(inside)].join(' ');
            }).join('\\n')""";

    private static final String MARKS =
            "() => [typeof pwned, /^Vorgang [0-9A-F]{6} – Obhut$/.test(document.title), document.querySelectorAll('script').length, document.forms.length].join(' ')";

    private static final String WITHIN = """
            () => {
              const all = [...document.querySelectorAll('#mail *')];
              return [typeof pwned, document.scripts.length, document.forms.length, document.styleSheets.length,
                all.filter(each => getComputedStyle(each).position !== 'static').length,
                all.filter(each => getComputedStyle(each).zIndex !== 'auto').length,
                all.filter(each => each.id || each.className && each.className !== 'to' && each.className !== 'to lie').length,
                [...document.querySelectorAll('#mail a[href]')].filter(each => !each.hash || each.pathname !== location.pathname).length,
                [...document.querySelectorAll('.leave')].filter(each => getComputedStyle(each).display !== 'none').length].join(' ');
            }""";

    private static final String KNOWN = "(/assets/[\\w./-]+(\\?v=\\w+)?|/sign-in|/desk/new(/live\\?[\\w=&-]*)?|/events"
            + "|/tickets/[\\w-]{36}\\?folder=new|/tickets/[\\w-]{36}/(presence|messages/[\\w-]{36}/(sent\\?folder=new|frame)))";

    private final ConsoleBrowser browser;
    private final RunningObhut obhut;
    private final ClientMail client;

    HostileMailE2E(ConsoleBrowser browser, RunningObhut obhut) {
        this.browser = browser;
        this.obhut = obhut;
        this.client = new ClientMail(obhut);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nothingLeavesRunsOrBreaksOut(boolean dark) throws Exception {
        List<String> requests = new CopyOnWriteArrayList<>();
        List<String> dialogs = new ArrayList<>();
        try (Leak leak = new Leak();
                Person anna = Person.signedIn(browser, dark ? Look.DESK_DARK : Look.DESK, "anna")) {
            anna.page().context().onRequest(request -> requests.add(request.url()));
            anna.page().onDialog(dialog -> {
                dialogs.add(dialog.message());
                dialog.dismiss();
            });
            String harmless = send("<p>Guten Tag</p>");
            open(anna, harmless);
            Object parts = anna.page().evaluate(PARTS);
            String marks = (String) anna.page().evaluate(MARKS);
            for (HostileMails mail : HostileMails.values()) {
                open(anna, send(leak.led(mail.html())));
                assertEquals(parts, anna.page().evaluate(PARTS), mail + " moves the console");
                assertPlain(anna);
                hover(anna.page().locator(".ob-msg--in"));

                anna.at(".ob-msg__sent a").click();
                Frame frame = sent(anna);
                hover(anna.at(".ob-sent__frame"));
                assertEquals("undefined 0 0 1 0 0 0 0 0", frame.evaluate(WITHIN), mail + " breaks out of its frame");
                assertEquals(parts, anna.page().evaluate(PARTS), mail + " moves the console from its frame");

                assertEquals(marks, anna.page().evaluate(MARKS), mail.toString());
                assertEquals(List.of(), anna.complaints(), mail.toString());
                assertEquals(List.of(), dialogs, mail.toString());
                assertEquals(1, anna.page().context().pages().size(), mail + " opens a window");
                assertEquals(List.of(), strange(requests), mail + " asks for something");
            }
            assertEquals(List.of(), leak.arrived());
            assertFalse(requests.isEmpty());
        }
    }

    private String send(String html) throws Exception {
        String mark = UUID.randomUUID().toString();
        client.sendHtml(
                new InternetAddress("boese@client.example", HostileMails.SENDER),
                mark + HostileMails.SUBJECT,
                "Guten Tag " + HostileMails.SCRIPTS.html() + HostileMails.HTMX.html(),
                html,
                ClientMail.File.of(HostileMails.FILE, "text/html", "x".getBytes(StandardCharsets.UTF_8)));
        return mark;
    }

    private static void open(Person person, String mark) {
        Locator item = person.at(".ob-item__subject").filter(new Locator.FilterOptions().setHasText(mark));
        do {
            person.page().navigate("/desk/new");
        } while (!appears(item));
        item.click();
        assertThat(person.at("#ticket-title")).containsText(mark);
        // The title stands there before the rest of the page has come.
        person.page().waitForLoadState();
        assertThat(person.at("#details")).isVisible();
    }

    /** A mail that comes in while the page is on its way to the browser shows with the next page. */
    private static boolean appears(Locator item) {
        try {
            item.waitFor(new Locator.WaitForOptions().setTimeout(3_000));
            return true;
        } catch (TimeoutError e) {
            return false;
        }
    }

    /** What a stranger wrote stands there as words, and in its order. */
    private static void assertPlain(Person anna) {
        assertThat(anna.at("#ticket-title")).containsText("<img src=x onerror=top.pwned=1><b>dringend</b> ${7*7} \"");
        assertThat(anna.at(".ob-msg--in h3")).containsText("</h3><script>top.pwned=1</script>");
        assertThat(anna.at(".ob-file summary")).hasText("gpj.\"><img src=x onerror=top.pwned=1>.exe");
        for (String place : List.of("#ticket-title", ".ob-msg--in h3", ".ob-file summary", ".ob-item__subject")) {
            assertFalse(anna.at(place).first().textContent().matches("(?s).*[\u202a-\u202e\u2066-\u2069].*"), place);
        }
        assertEquals(
                0,
                anna.at(".ob-msg--in :is(img, script, iframe, form, style, object, table)")
                        .count());
    }

    private static Frame sent(Person anna) {
        assertThat(anna.page().frameLocator(".ob-sent__frame").locator("#mail")).containsText("Anfang");
        return anna.page().frames().stream()
                .filter(frame -> frame.url().endsWith("/frame"))
                .findFirst()
                .orElseThrow();
    }

    private static void hover(Locator part) {
        part.hover(new Locator.HoverOptions().setForce(true));
    }

    private List<String> strange(List<String> requests) {
        return requests.stream()
                .filter(url -> !url.startsWith(obhut.address().toString())
                        || !url.substring(obhut.address().toString().length()).matches(KNOWN))
                .toList();
    }
}
