package org.obhut.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.obhut.platform.InvalidSetting;
import org.obhut.platform.Settings;

/**
 * The settings of one start: {@code settings.properties} in the data folder, above it the environment, above it system
 * properties.
 */
final class LaunchSettings {

    private static final String PREFIX = "obhut.";

    private final Map<String, String> values;
    private final Settings settings;

    private LaunchSettings(Map<String, String> values) throws StartFailure {
        this.values = values;
        try {
            settings = Settings.of(values);
        } catch (InvalidSetting e) {
            throw new StartFailure(e.getMessage(), e);
        }
    }

    static LaunchSettings read(Map<String, String> environment, Properties system) throws IOException, StartFailure {
        Map<String, String> above = new TreeMap<>();
        environment.forEach((name, value) -> {
            String property = name.toLowerCase(Locale.ROOT).replace('_', '.');
            if (property.startsWith(PREFIX) && !value.isBlank()) {
                above.put(property, value);
            }
        });
        for (String name : system.stringPropertyNames()) {
            if (name.startsWith(PREFIX)) {
                above.put(name, system.getProperty(name));
            }
        }
        Map<String, String> all = new TreeMap<>(Map.of("obhut.mode", "demo"));
        all.putAll(file(Path.of(above.getOrDefault("obhut.data", "data")).resolve("settings.properties")));
        all.putAll(above);
        return new LaunchSettings(all);
    }

    private static Map<String, String> file(Path path) throws IOException {
        var properties = new Properties();
        if (Files.exists(path)) {
            try (var reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
        }
        Map<String, String> found = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> found.put(name, properties.getProperty(name)));
        return found;
    }

    Settings settings() {
        return settings;
    }

    Map<String, String> all() {
        return values;
    }

    Optional<String> text(String name) {
        return settings.text(name);
    }

    int port(String name, int otherwise) throws StartFailure {
        try {
            int port = text(name).map(Integer::valueOf).orElse(otherwise);
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // the same answer as for a number out of range
        }
        throw new StartFailure(environmentName(name) + " must be a port number from 1 to 65535");
    }

    boolean demoMails() {
        return !"false".equalsIgnoreCase(text("obhut.demo.mails").orElse("true"));
    }

    /** Further flags for the server's JVM, separated by spaces. */
    List<String> javaOptions() {
        return text("obhut.java.options")
                .map(text -> List.of(text.split("\\s+")))
                .orElse(List.of());
    }

    static String environmentName(String property) {
        return property.replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
