package org.obhut.platform;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads values by name and turns them into what they mean. */
record SettingSource(Function<String, Optional<String>> values, Iterable<String> names) {

    Optional<String> text(String name) {
        return values.apply(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(text.get()))
                .findFirst()
                .orElseThrow(() -> new InvalidSetting(name, "must be one of " + choices(type)));
    }

    private static <E extends Enum<E>> String choices(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    int port(String name, int otherwise) {
        try {
            int port = text(name).map(Integer::valueOf).orElse(otherwise);
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // the same answer as for a number out of range
        }
        throw new InvalidSetting(name, "must be a port number from 1 to 65535");
    }

    /** A whole number from 1 to {@code most}. */
    int number(String name, int otherwise, int most) {
        try {
            int number = text(name).map(Integer::valueOf).orElse(otherwise);
            if (number > 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // the same answer as for a number out of range
        }
        throw new InvalidSetting(name, "must be a number from 1 to " + most);
    }

    URI url(String name, URI otherwise) {
        try {
            URI url = text(name).map(URI::create).orElse(otherwise);
            boolean plain = url.getHost() != null
                    && (url.getPath().isEmpty() || url.getPath().equals("/"));
            if (plain && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()))) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // the same answer as for an address of another kind
        }
        throw new InvalidSetting(name, "must be an http or https address without a path");
    }

    Optional<Path> path(String name) {
        try {
            return text(name).map(Path::of);
        } catch (InvalidPathException e) {
            throw new InvalidSetting(name, "must be a path");
        }
    }

    Optional<LocalDate> date(String name) {
        try {
            return text(name).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw new InvalidSetting(name, "must be a date such as 2026-11-22");
        }
    }

    Duration duration(String name, Duration otherwise) {
        try {
            Duration duration = text(name).map(Duration::parse).orElse(otherwise);
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // the same answer as for a negative duration
        }
        throw new InvalidSetting(name, "must be a duration such as PT15S or PT15M");
    }
}
