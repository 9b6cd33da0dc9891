package org.obhut.mailbox;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.util.MailLogger;
import org.obhut.oauth.Bearer;

/**
 * An IMAP connection that signs in by an access token (RFC 7628). Angus Mail knows XOAUTH2 alone, and would say the token as
 * a password to a server that does not offer it.
 */
final class BearerProtocol extends IMAPProtocol {

    private static final byte[] LINE_END = {'\r', '\n'};

    private final String host;
    private final int port;
    private boolean signedIn;

    BearerProtocol(String name, String host, int port, Properties settings, boolean tls, MailLogger logger)
            throws IOException, ProtocolException {
        super(name, host, port, settings, tls, logger);
        this.host = host;
        this.port = port;
    }

    @Override
    public boolean isAuthenticated() {
        return signedIn || super.isAuthenticated();
    }

    /** What Angus calls in place of its own mechanisms once {@code sasl.enable} is set. */
    @Override
    public void sasllogin(String[] allowed, String realm, String authorization, String user, String token)
            throws ProtocolException {
        Bearer bearer =
                Bearer.of(name -> hasCapability("AUTH=" + name)).orElseThrow(() -> new NoSignInMethod("bearer"));
        String first = bearer.initial(user, token, host, port);
        boolean atOnce = hasCapability("SASL-IR");
        Response response = said(bearer, atOnce ? first : null);
        boolean told = atOnce;
        while (response.isContinuation()) {
            response = answered(told ? bearer.afterError() : first);
            told = true;
        }
        handleLoginResult(response);
        setCapabilities(response);
        signedIn = true;
    }

    private Response said(Bearer bearer, @org.jspecify.annotations.Nullable String first) throws ProtocolException {
        Argument arguments = new Argument();
        arguments.writeAtom(bearer.name());
        if (first != null) {
            arguments.writeAtom(first);
        }
        try {
            writeCommand("AUTHENTICATE", arguments);
            return next();
        } catch (IOException e) {
            return Response.byeResponse(e);
        }
    }

    private Response answered(String base64) throws ProtocolException {
        try {
            OutputStream out = getOutputStream();
            out.write(base64.getBytes(StandardCharsets.US_ASCII));
            out.write(LINE_END);
            out.flush();
            return next();
        } catch (IOException e) {
            return Response.byeResponse(e);
        }
    }

    /** The next response that is a turn of the exchange: nothing else is under way. */
    private Response next() throws IOException, ProtocolException {
        Response response = readResponse();
        while (!response.isContinuation() && !response.isTagged() && !response.isBYE()) {
            response = readResponse();
        }
        return response;
    }

    /** The server offers no way in that could be used here. */
    static final class NoSignInMethod extends ProtocolException {

        private static final long serialVersionUID = 1;

        NoSignInMethod(String kind) {
            super(kind);
        }
    }
}
