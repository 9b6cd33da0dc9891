package org.obhut.console;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way into the console, as its controllers declare it.
 *
 * @param path with its places, such as {@code /tickets/{id}/notes}
 * @param multipart whether it takes a form with files
 */
public record Endpoint(String verb, String path, boolean multipart) implements Comparable<Endpoint> {

    /** Every one, found in the classes of the application. */
    public static List<Endpoint> all() {
        List<Endpoint> all = new ArrayList<>();
        for (Class<?> type : new ConsoleApplication().getClasses()) {
            Path root = type.getAnnotation(Path.class);
            if (root == null) {
                continue;
            }
            for (Method method : type.getMethods()) {
                for (Annotation annotation : method.getAnnotations()) {
                    HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
                    if (verb != null) {
                        String path = joined(root.value(), method.getAnnotation(Path.class));
                        all.add(new Endpoint(verb.value(), path, multipart(type) || multipart(method)));
                    }
                }
            }
        }
        all.sort(null);
        return all;
    }

    private static String joined(String root, @Nullable Path more) {
        String path = root + (more == null ? "" : "/" + more.value());
        return ("/" + path).replaceAll("/{2,}", "/").replaceAll("(?<=.)/$", "");
    }

    private static boolean multipart(java.lang.reflect.AnnotatedElement element) {
        Consumes consumes = element.getAnnotation(Consumes.class);
        return consumes != null && Arrays.asList(consumes.value()).contains(MediaType.MULTIPART_FORM_DATA);
    }

    public boolean posts() {
        return !verb.equals("GET");
    }

    @Override
    public int compareTo(Endpoint other) {
        return (path + ' ' + verb).compareTo(other.path + ' ' + other.verb);
    }

    @Override
    public String toString() {
        return verb + ' ' + path;
    }
}
