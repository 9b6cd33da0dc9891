package org.obhut.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The description kept by hand says what the resources do. */
class OpenApiTest {

    private static JsonObject description;
    private static final Map<String, Method> METHODS = new TreeMap<>();

    @BeforeAll
    static void read() {
        description = ApiEndpoints.description();
        for (Class<?> resource : ApiApplication.RESOURCES) {
            Arrays.stream(resource.getDeclaredMethods())
                    .filter(method -> verb(method) != null)
                    .forEach(method -> METHODS.put(verb(method) + ' ' + path(resource, method), method));
        }
    }

    @Test
    void describesExactlyTheOperationsThatAreThere() {
        Set<String> described = ApiEndpoints.described().collect(Collectors.toCollection(TreeSet::new));
        assertEquals(METHODS.keySet(), described);
    }

    @Test
    void saysOfEachWhetherItNeedsATokenAndABody() {
        METHODS.forEach((name, method) -> {
            JsonObject operation = operation(name);
            boolean ofItsOwn =
                    method.isAnnotationPresent(WithoutSession.class) || method.isAnnotationPresent(ForTelephones.class);
            assertEquals(ofItsOwn, operation.containsKey("security"), name);
            boolean telephones = operation.containsKey("security")
                    && operation.getJsonArray("security").toString().contains("telephone");
            assertEquals(method.isAnnotationPresent(ForTelephones.class), telephones, name);
            boolean takesBody = Arrays.asList(method.getParameterTypes()).contains(JsonFields.class);
            assertEquals(takesBody, operation.containsKey("requestBody"), name);
            assertTrue(!takesBody || consumes(method), name + " takes any media type");
        });
    }

    @Test
    void namesTheParameters() {
        METHODS.forEach((name, method) -> {
            Set<String> taken = new TreeSet<>();
            for (Annotation[] annotations : method.getParameterAnnotations()) {
                Arrays.stream(annotations).forEach(annotation -> {
                    if (annotation instanceof PathParam path) {
                        taken.add("path " + path.value());
                    } else if (annotation instanceof QueryParam query) {
                        taken.add("query " + query.value());
                    } else if (annotation instanceof jakarta.ws.rs.HeaderParam header) {
                        taken.add("header " + header.value());
                    }
                });
            }
            Set<String> described = new TreeSet<>();
            JsonObject operation = operation(name);
            if (operation.containsKey("parameters")) {
                operation
                        .getJsonArray("parameters")
                        .forEach(parameter ->
                                described.add(parameter.asJsonObject().getString("in")
                                        + ' '
                                        + parameter.asJsonObject().getString("name")));
            }
            assertEquals(taken, described, name);
        });
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        var references = Pattern.compile("\"\\$ref\":\"#/([^\"]+)\"").matcher(description.toString());
        int found = 0;
        while (references.find()) {
            assertTrue(Json.createPointer('/' + references.group(1)).containsValue(description), references.group());
            found++;
        }
        assertTrue(found > 20);
    }

    private static JsonObject paths() {
        return description.getJsonObject("paths");
    }

    private static JsonObject operation(String name) {
        String[] verbAndPath = name.split(" ", 2);
        return paths().getJsonObject(verbAndPath[1]).getJsonObject(verbAndPath[0].toLowerCase());
    }

    private static boolean consumes(Method method) {
        return method.isAnnotationPresent(Consumes.class)
                || method.getDeclaringClass().isAnnotationPresent(Consumes.class);
    }

    private static String verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value)
                .findFirst()
                .orElse(null);
    }

    private static String path(Class<?> resource, Method method) {
        Path below = method.getAnnotation(Path.class);
        return '/' + resource.getAnnotation(Path.class).value() + (below == null ? "" : '/' + below.value());
    }
}
