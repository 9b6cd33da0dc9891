package org.obhut.platform;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * Names the session's cookie so that browsers take it only from this very host, by https, for every path (RFC 6265bis, section 4.1.3.2):
 * nobody who controls a neighbouring name, or the line, can put one of theirs in its place. By plain http, as on the machine itself,
 * browsers would refuse that name, so it has it only where people come by https.
 */
@WebListener
public class SessionCookieName implements ServletContextListener {

    static final String BY_HTTPS = "__Host-obhut";

    private final Settings settings;

    @Inject
    SessionCookieName(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void contextInitialized(ServletContextEvent start) {
        if ("https".equals(settings.publicUrl().getScheme())) {
            start.getServletContext().getSessionCookieConfig().setName(BY_HTTPS);
        }
    }
}
