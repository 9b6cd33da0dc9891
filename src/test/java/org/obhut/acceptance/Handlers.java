package org.obhut.acceptance;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.obhut.testing.fault.Fault;

/** All methods of console and API in which a request ends, read from the classes, and a request that comes to each. */
final class Handlers {

    private Handlers() {}

    /** One of them. */
    record Handler(Method method, String verb, String path) {

        String name() {
            return Fault.name(method);
        }

        boolean api() {
            return method.getDeclaringClass().getPackageName().endsWith(".api");
        }

        boolean multipart() {
            Consumes type = method.getDeclaringClass().getAnnotation(Consumes.class);
            Consumes own = method.getAnnotation(Consumes.class);
            Consumes counts = own == null ? type : own;
            return counts != null && counts.value()[0].startsWith("multipart/")
                    || Arrays.stream(method.getGenericParameterTypes())
                            .anyMatch(each -> each instanceof ParameterizedType list
                                    && list.getActualTypeArguments()[0] == EntityPart.class);
        }

        /** With ids in it, and a word wherever a text fits. */
        String address(UUID ticket, String word) {
            String filled = path.replaceFirst("\\{(id|ticket)[^}]*}", ticket.toString());
            for (Parameter parameter : method.getParameters()) {
                PathParam part = parameter.getAnnotation(PathParam.class);
                if (part != null && parameter.getType().isPrimitive()) {
                    filled = filled.replace('{' + part.value() + '}', value(parameter, word));
                }
            }
            filled = filled.replaceAll("\\{\\w+\\s*:[^}]*}", "x")
                    .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
            List<String> query = new ArrayList<>();
            parameters(QueryParam.class, QueryParam::value, word).forEach((name, value) -> {
                // A folder that does not exist is refused before the handler's work, which is a fault of its own.
                query.add(name + '=' + (name.equals("folder") ? "team" : value));
            });
            return query.isEmpty() ? filled : filled + '?' + String.join("&", query);
        }

        /** The form's fields with the word in each text. */
        Map<String, String> form(String word) {
            return parameters(FormParam.class, FormParam::value, word);
        }

        private <A extends Annotation> Map<String, String> parameters(
                Class<A> kind, java.util.function.Function<A, String> name, String word) {
            Map<String, String> values = new LinkedHashMap<>();
            for (Parameter parameter : method.getParameters()) {
                A given = parameter.getAnnotation(kind);
                if (given != null) {
                    values.put(name.apply(given), value(parameter, word));
                }
            }
            return values;
        }

        private static String value(Parameter parameter, String word) {
            String type = parameter.getParameterizedType().getTypeName();
            if (type.contains("UUID")) {
                return UUID.randomUUID().toString();
            }
            return switch (type) {
                case "long", "int", "java.lang.Integer", "java.lang.Long" -> "1";
                case "boolean" -> "true";
                default -> word;
            };
        }
    }

    static List<Handler> all() throws IOException, ClassNotFoundException {
        List<Handler> handlers = new ArrayList<>();
        for (String part : new String[] {"api", "console"}) {
            java.nio.file.Path folder = java.nio.file.Path.of("target/classes/org/obhut/" + part);
            try (Stream<java.nio.file.Path> files = Files.list(folder)) {
                for (String file : files.map(each -> each.getFileName().toString())
                        .sorted()
                        .toList()) {
                    if (file.endsWith(".class") && !file.contains("$") && !file.startsWith("package")) {
                        add(handlers, Class.forName("org.obhut." + part + '.' + file.replace(".class", "")));
                    }
                }
            }
        }
        return handlers;
    }

    private static void add(List<Handler> handlers, Class<?> type) {
        Path base = type.getAnnotation(Path.class);
        if (base == null) {
            return;
        }
        for (Method method : type.getDeclaredMethods()) {
            for (Annotation annotation : method.getAnnotations()) {
                HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
                if (verb != null) {
                    Path own = method.getAnnotation(Path.class);
                    String path = ('/' + base.value() + '/' + (own == null ? "" : own.value()))
                            .replaceAll("/+", "/")
                            .replaceAll("(?<=.)/$", "");
                    boolean api = type.getPackageName().endsWith(".api");
                    handlers.add(new Handler(method, verb.value(), (api ? "/api/v1" : "") + path));
                }
            }
        }
    }
}
