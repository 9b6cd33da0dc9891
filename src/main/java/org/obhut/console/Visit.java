package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.obhut.account.Caller;
import org.obhut.account.Session;
import org.obhut.account.Sessions;

/**
 * Who makes this request. The browser's session holds a handle, a chosen language and for some minutes a challenge for a passkey, nothing
 * else; keys stay with {@link Sessions}. Nothing is looked up until a page asks, so that a page without the question is one without a caller.
 */
@RequestScoped
public class Visit {

    private static final String HANDLE = "handle";
    private static final String CHALLENGE = "challenge";

    private final HttpServletRequest request;
    private final Sessions sessions;
    private Optional<Session> session = Optional.empty();

    @Inject
    public Visit(HttpServletRequest request, Sessions sessions) {
        this.request = request;
        this.sessions = sessions;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected Visit() {
        this(null, null);
    }

    /** The caller, whose own action this request is. @throws SignedOut */
    public Caller caller() {
        return found(handle().flatMap(sessions::use));
    }

    /** The caller, whose session this request does not prolong: for streams, autosave and refreshes. @throws SignedOut */
    public Caller watcher() {
        return found(handle().flatMap(sessions::watch));
    }

    private Caller found(Optional<Session> open) {
        session = open;
        return open.orElseThrow(SignedOut::new).caller();
    }

    /** Who is there, if anybody, for pages that show themselves to everyone. */
    void look() {
        session = session.or(() -> handle().flatMap(sessions::peek));
    }

    /** The session of this request once somebody asked for the caller. */
    public Optional<Session> session() {
        return session;
    }

    /** The handle of the browser's session, though it may have ended. */
    public Optional<String> handle() {
        HttpSession browser = request.getSession(false);
        return browser == null ? Optional.empty() : Optional.ofNullable((String) browser.getAttribute(HANDLE));
    }

    /** Whether somebody is signed in; asks without prolonging. */
    public boolean present() {
        return handle().flatMap(sessions::peek).isPresent();
    }

    /** Whether the browser had a session that ended by itself. */
    public boolean ended() {
        return handle().isPresent() || request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    }

    /** Takes the browser's session over for a person, under a new id. */
    void begin(Session signedIn) {
        handle().ifPresent(sessions::end);
        HttpSession browser = request.getSession(true);
        request.changeSessionId();
        browser.setAttribute(HANDLE, signedIn.handle());
    }

    /** Keeps the challenge that this browser's passkey is to sign, in place of one before. */
    void challenge(String challenge) {
        request.getSession(true).setAttribute(CHALLENGE, challenge);
    }

    /** The challenge that this browser was given last, and forgets it; empty where there is none. */
    String challenge() {
        HttpSession browser = request.getSession(false);
        Object challenge = browser == null ? null : browser.getAttribute(CHALLENGE);
        if (browser == null || challenge == null) {
            return "";
        }
        browser.removeAttribute(CHALLENGE);
        return (String) challenge;
    }

    /** Wipes the keys and forgets the browser's session. */
    void end() {
        handle().ifPresent(sessions::end);
        HttpSession browser = request.getSession(false);
        if (browser != null) {
            browser.invalidate();
        }
    }
}
