package org.obhut.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SecurityHeadersTest {

    private static Map<String, String> headers(String publicUrl) throws Exception {
        Map<String, String> headers = new TreeMap<>();
        var request = (HttpServletRequest) Proxy.newProxyInstance(
                SecurityHeadersTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getDispatcherType" -> DispatcherType.REQUEST;
                    case "getServletPath" -> "/desk";
                    default -> null;
                });
        var response = (HttpServletResponse) Proxy.newProxyInstance(
                SecurityHeadersTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (self, method, arguments) -> headers.put((String) arguments[0], (String) arguments[1]));
        Settings settings = Settings.of(Map.of("obhut.mode", "demo", "obhut.public.url", publicUrl));
        new SecurityHeaders(settings).doFilter(request, response, (asked, answered) -> {});
        return headers;
    }

    @Test
    void aBrowserIsHeldToTlsWhereItCameByTls() throws Exception {
        assertEquals(null, headers("http://localhost:8080").get("Strict-Transport-Security"));
        assertEquals("max-age=31536000", headers("https://localhost").get("Strict-Transport-Security"));
    }
}
