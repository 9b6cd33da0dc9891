package org.obhut.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mvc.Controller;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConsoleApplicationTest {

    /** A page whose controller is not in the list by hand is not found, and nothing else says so. */
    @Test
    void everyControllerIsServed() throws Exception {
        Set<Class<?>> served = new ConsoleApplication().getClasses();
        List<String> names;
        try (Stream<Path> files = Files.list(Path.of("src/main/java/org/obhut/console"))) {
            names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java") && !name.equals("package-info.java"))
                    .map(name -> "org.obhut.console." + name.replace(".java", ""))
                    .toList();
        }
        assertTrue(names.size() > 50);
        List<String> left = names.stream()
                .filter(name -> {
                    Class<?> found = found(name);
                    return found.isAnnotationPresent(Controller.class) && !served.contains(found);
                })
                .toList();
        assertEquals(List.of(), left);
    }

    private static Class<?> found(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
