package org.obhut.console;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.obhut.ticket.Folder;
import org.obhut.ticket.TicketView;

/** Pages as their templates make them of samples. */
final class Rendered {

    /** What a stranger may write anywhere. */
    static final String HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(2)> ${7*7} 'x' </textarea>";

    private static final Templates TEMPLATES = new Templates();

    private Rendered() {}

    static Document render(String view, Frame frame, Object page) {
        byte[] bytes =
                TEMPLATES.render(view, Map.of("frame", frame, "page", page)).toByteArray();
        return Jsoup.parse(new String(bytes, StandardCharsets.UTF_8));
    }

    static Document ticket(Language language, TicketView view, Folder folder) {
        return render("desk.jte", Samples.frame(language), Samples.desk(TicketPane.of(view, folder, null)));
    }

    static ArrivalPage first(String wrong, String reason) {
        var device = new DevicePart("A".repeat(32), HOSTILE, true);
        return new ArrivalPage(
                "/first-administrator/token",
                true,
                HOSTILE,
                HOSTILE,
                "sechs worte",
                device,
                null,
                wrong,
                reason,
                false);
    }

    static SignInPage signIn(String refused) {
        return new SignInPage("anna", "/", refused, null, 15, true, "https://obhut.example", List.of());
    }
}
