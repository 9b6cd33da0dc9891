package org.obhut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The bill of materials (CycloneDX) names every library in the WAR, so that a search for known holes leaves none out. */
class BillOfMaterialsIT {

    @Test
    void everyLibraryOfTheWarIsNamed() throws Exception {
        Set<String> named;
        try (var file = Files.newInputStream(Path.of("target/bom.json"));
                var reader = Json.createReader(file)) {
            named = reader.readObject().getJsonArray("components").stream()
                    .map(component -> component.asJsonObject())
                    .map(component -> component.getString("name") + '-' + component.getString("version") + ".jar")
                    .collect(Collectors.toSet());
        }
        List<String> libraries;
        try (var war = new JarFile("target/obhut.war")) {
            libraries = war.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith("WEB-INF/lib/") && name.endsWith(".jar"))
                    .map(name -> name.substring(name.lastIndexOf('/') + 1))
                    .toList();
        }
        assertTrue(libraries.size() > 5, "libraries: " + libraries);
        assertEquals(
                List.of(),
                libraries.stream().filter(name -> !named.contains(name)).toList());
    }
}
