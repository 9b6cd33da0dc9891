package org.obhut.testing.fault;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/**
 * Lets a handler fail as a library deep below it would: with a message that repeats all that it was given and all that it answered.
 * On while the file {@code fault} lies in the server's temporary folder; {@code faults} there tells which handlers failed, by name.
 */
@Faulty
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class Fault {

    private static final Path FOLDER = Path.of(System.getProperty("java.io.tmpdir"));

    @AroundInvoke
    Object fail(InvocationContext call) throws Exception {
        Path on = FOLDER.resolve("fault");
        if (!handler(call.getMethod()) || Files.notExists(on)) {
            return call.proceed();
        }
        Object answer = Files.readString(on).equals("after") ? call.proceed() : "";
        var words = new StringBuilder();
        for (Object given : call.getParameters()) {
            words.append(words(given)).append(' ');
        }
        note(call.getMethod());
        throw new IllegalStateException("given " + words + "answered " + answer, new IOException(words.toString()));
    }

    private static String words(Object given) throws IOException {
        if (given instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof EntityPart) {
            var words = new StringBuilder();
            for (Object part : list) {
                try (InputStream content = ((EntityPart) part).getContent()) {
                    words.append(new String(content.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            return words.toString();
        }
        return given instanceof Object[] several ? Arrays.toString(several) : String.valueOf(given);
    }

    /** Whether requests end there. */
    public static boolean handler(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
    }

    /** How a handler is named in the list. */
    public static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + '.' + method.getName();
    }

    private static synchronized void note(Method method) throws IOException {
        Files.writeString(
                FOLDER.resolve("faults"), name(method) + '\n', StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
