package org.obhut.console;

import io.nayuki.qrcodegen.QrCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How an authenticator app is told its secret: by a code to photograph, by a link on the phone itself, or typed.
 *
 * @param secret in base32
 * @param account what the app shows beside its codes: the sign-in name
 * @param required whether there has to be a device
 */
public record DevicePart(String secret, String account, boolean required) {

    private static final int GROUP = 4;
    private static final int BORDER = 4;

    /** The secret in groups of four, to be typed. */
    public String grouped() {
        return secret.replaceAll(".{" + GROUP + "}(?!$)", "$0 ");
    }

    /** The address that apps know (the Key Uri Format of Google Authenticator). */
    public String uri() {
        String label = URLEncoder.encode("Obhut" + (account.isEmpty() ? "" : ":" + account), StandardCharsets.UTF_8);
        return "otpauth://totp/" + label + "?secret=" + secret + "&issuer=Obhut";
    }

    /** Width and height of the drawing, with its margin of four squares. */
    public int size() {
        return code().size + 2 * BORDER;
    }

    /** The dark squares as the path of an SVG. */
    public String path() {
        QrCode code = code();
        return IntStream.range(0, code.size)
                .boxed()
                .flatMap(y -> IntStream.range(0, code.size)
                        .filter(x -> code.getModule(x, y))
                        .mapToObj(x -> "M" + (x + BORDER) + "," + (y + BORDER) + "h1v1h-1z"))
                .collect(Collectors.joining());
    }

    private QrCode code() {
        return QrCode.encodeText(uri(), QrCode.Ecc.MEDIUM);
    }
}
