package org.obhut.platform;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What a browser or a program sees where no feature answered. It says the status and nothing of the request: the
 * container's own page shows stack traces and carries inline style.
 */
@WebServlet("/error")
public class ErrorPage extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (path != null && path.toString().startsWith("/api/")) {
            response.setContentType("application/problem+json");
            response.getWriter().write("{\"status\":" + response.getStatus() + '}');
        } else {
            boolean german = "de".equals(request.getLocale().getLanguage());
            response.setContentType("text/html");
            response.getWriter().write(german ? german(response.getStatus()) : english(response.getStatus()));
        }
    }

    private static String german(int status) {
        return switch (status) {
            case 404 ->
                page(
                        "de",
                        "Seite nicht gefunden",
                        "Unter dieser Adresse gibt es nichts, oder nichts mehr.",
                        "Zum Posteingang");
            case 429 ->
                page(
                        "de",
                        "Zu viele Anfragen",
                        "Von hier kamen sehr viele Anfragen auf einmal. Bitte eine Minute warten.",
                        "Zum Posteingang");
            default ->
                page(
                        "de",
                        "Das hat nicht geklappt",
                        "Es wurde nichts halb erledigt. Bitte noch einmal versuchen; Fehler " + status + '.',
                        "Zum Posteingang");
        };
    }

    private static String english(int status) {
        return switch (status) {
            case 404 ->
                page("en", "Page not found", "There is nothing at this address, or nothing any more.", "To the inbox");
            case 429 ->
                page(
                        "en",
                        "Too many requests",
                        "Very many requests came from here at once. Please wait a minute.",
                        "To the inbox");
            default ->
                page(
                        "en",
                        "That did not work",
                        "Nothing was left half-done. Please try again; error " + status + '.',
                        "To the inbox");
        };
    }

    private static String page(String language, String title, String sentence, String link) {
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s – Obhut</title>
                <link rel="stylesheet" href="/assets/vendor/kern.min.css">
                <link rel="stylesheet" href="/assets/css/obhut.css">
                </head>
                <body>
                <main class="ob-empty">
                <h1>%s</h1>
                <p>%s</p>
                <p><a href="/">%s</a></p>
                </main>
                </body>
                </html>
                """.formatted(language, title, title, sentence, link);
    }
}
