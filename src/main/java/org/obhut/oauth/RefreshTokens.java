package org.obhut.oauth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.obhut.envelope.EnvelopeException;
import org.obhut.envelope.OperatingSecrets;
import org.obhut.platform.Statements;

/**
 * Refresh tokens that a provider has replaced (RFC 6749 section 6), sealed under the settings key in the database: the file
 * with the first one may lie where the server can't write, and another node has to find the newest one too.
 *
 * <p>Sealed along with each is a hash of the file's token that it descends from. Once someone puts a new token into the file,
 * the kept one is of another descent and no longer used.
 */
@ApplicationScoped
public class RefreshTokens {

    private static final int HASH = 32;

    private final Statements statements;
    private final OperatingSecrets secrets;

    @Inject
    public RefreshTokens(Statements statements, OperatingSecrets secrets) {
        this.statements = statements;
        this.secrets = secrets;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected RefreshTokens() {
        this(null, null);
    }

    /** The newest token that descends from the file's one; empty where that was never replaced. */
    Optional<String> newest(String mailbox, String fromFile) {
        List<byte[]> sealed =
                statements.list("SELECT sealed FROM refresh_token WHERE mailbox = ?", row -> row.getBytes(1), mailbox);
        return sealed.stream().findFirst().flatMap(bytes -> opened(mailbox, bytes, fromFile));
    }

    private Optional<String> opened(String mailbox, byte[] sealed, String fromFile) {
        try {
            byte[] clear = secrets.openSetting(context(mailbox), sealed);
            boolean descends = MessageDigest.isEqual(Arrays.copyOf(clear, HASH), hash(fromFile));
            return descends
                    ? Optional.of(new String(clear, HASH, clear.length - HASH, StandardCharsets.US_ASCII))
                    : Optional.empty();
        } catch (EnvelopeException e) {
            // Of another key store: the file's token is all there is.
            return Optional.empty();
        }
    }

    /** Keeps a token in place of the one before. */
    void keep(String mailbox, String fromFile, String token) {
        byte[] text = token.getBytes(StandardCharsets.US_ASCII);
        byte[] clear = Arrays.copyOf(hash(fromFile), HASH + text.length);
        System.arraycopy(text, 0, clear, HASH, text.length);
        byte[] sealed = secrets.sealSetting(context(mailbox), clear);
        statements.run(
                "INSERT INTO refresh_token (mailbox, sealed) VALUES (?, ?) ON CONFLICT (mailbox) DO UPDATE SET sealed = EXCLUDED.sealed",
                mailbox,
                sealed);
    }

    private static String context(String mailbox) {
        return "mailbox/" + mailbox + "/refresh-token";
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
