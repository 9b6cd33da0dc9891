package org.obhut;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.Test;

/** What runs by itself is written down in {@code jobs.txt}, with what it does; nothing else runs. */
class JobsTest {

    private static final Set<String> BEGIN =
            Set.of("schedule", "scheduleWithFixedDelay", "scheduleAtFixedRate", "submit", "execute", "newThread");

    private static Map<String, String> written() throws IOException {
        Map<String, String> jobs = new TreeMap<>();
        try (var file = JobsTest.class.getResourceAsStream("/jobs.txt")) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+", 2))
                    .forEach(parts -> jobs.put(parts[0], parts[1]));
        }
        return jobs;
    }

    @Test
    void everyJobIsWrittenDown() throws IOException {
        JavaClasses classes = new ClassFileImporter().importPath(Path.of("target/classes"));
        Set<String> found = new TreeSet<>();
        for (JavaClass type : classes) {
            boolean begins = type.getCodeUnitCallsFromSelf().stream().anyMatch(JobsTest::begins);
            if (begins && type.getPackageName().startsWith("org.obhut")) {
                found.add(type.getName().replaceAll("\\$.*", ""));
            }
        }
        written().forEach((job, what) -> System.out.printf("%-36s %s%n", job, what));
        assertEquals(written().keySet(), found);
    }

    private static boolean begins(JavaCall<?> call) {
        JavaClass owner = call.getTargetOwner();
        boolean service = owner.isAssignableTo(Executor.class) || owner.isAssignableTo(ThreadFactory.class);
        boolean thread = owner.isAssignableTo(Thread.class) && call.getName().matches("<init>|startVirtualThread");
        return service && BEGIN.contains(call.getName())
                || thread
                || owner.getName().equals("java.util.Timer")
                || call.getName().endsWith("Async") && owner.getName().startsWith("java.util.concurrent");
    }
}
