package org.obhut.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransportSecurityTest {

    @ParameterizedTest
    @CsvSource({
        // public URL, TLS here, from, to the name, X-Forwarded-Proto, protected
        "http://localhost:8080, false, 127.0.0.1, localhost, , true",
        "http://localhost:8080, false, 10.0.0.7, localhost, , false",
        "http://localhost:8080, false, 127.0.0.1, obhut.example, , false",
        "http://obhut.example, false, 10.0.0.7, obhut.example, , false",
        "http://obhut.example, false, 10.0.0.7, obhut.example, https, false",
        "http://obhut.example, true, 10.0.0.7, obhut.example, , true",
        "https://obhut.example, false, 127.0.0.1, obhut.example, , true",
        "https://obhut.example, false, 10.0.0.7, obhut.example, https, true",
        "https://obhut.example, false, 10.0.0.7, obhut.example, http, false",
        "https://obhut.example, false, 10.0.0.7, obhut.example, , false"
    })
    void takesAPassphraseOnlyWhereNobodyOnTheWayCanReadIt(
            URI publicUrl, boolean tls, String from, String name, @Nullable String forwarded, boolean expected) {
        assertEquals(expected, TransportSecurity.protects(request(tls, from, name, forwarded), publicUrl));
    }

    private static HttpServletRequest request(boolean tls, String from, String name, @Nullable String forwarded) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                TransportSecurityTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "isSecure" -> tls;
                    case "getRemoteAddr" -> from;
                    case "getServerName" -> name;
                    case "getHeader" -> arguments[0].equals("X-Forwarded-Proto") ? forwarded : null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
