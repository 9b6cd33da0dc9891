package org.obhut.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** What Payara Micro is told on its command line, and the files it names. */
public final class ServerFiles {

    private ServerFiles() {}

    /**
     * Writes the files and answers the options for Payara Micro.
     *
     * @param folder for files and for the container's own; can go when the server has ended
     * @param settings handed over as MicroProfile Config
     */
    public static List<String> options(Path folder, String address, int port, Map<String, String> settings)
            throws IOException {
        return List.of(
                "--contextroot",
                "/",
                "--port",
                Integer.toString(port),
                "--maxhttpthreads",
                "64",
                // Without a cluster engine: --nocluster alone would still listen.
                "--nohazelcast",
                "--disablephonehome",
                "--rootdir",
                folder.resolve("container").toString(),
                "--systemproperties",
                settings(folder, settings).toString(),
                "--prebootcommandfile",
                commands(folder, address).toString(),
                "--logproperties",
                resource(folder, "logging.properties").toString());
    }

    private static Path settings(Path folder, Map<String, String> settings) throws IOException {
        var properties = new Properties();
        properties.putAll(settings);
        Path file = folder.resolve("settings.properties");
        PrivateFile.write(file, "");
        try (OutputStream out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
        return file;
    }

    private static Path commands(Path folder, String address) throws IOException {
        Path file = resource(folder, "preboot.asadmin");
        Files.writeString(file, Files.readString(file).replace("${address}", address));
        return file;
    }

    private static Path resource(Path folder, String name) throws IOException {
        try (InputStream in = ServerFiles.class.getResourceAsStream("/server/" + name)) {
            if (in == null) {
                throw new IOException("no resource " + name);
            }
            return Files.writeString(folder.resolve(name), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
