package org.obhut.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;

/** One version for all files below {@code /assets}, made from their bytes: a browser keeps them until one changes. */
@ApplicationScoped
public class AssetVersion {

    private final String value;

    @Inject
    public AssetVersion(ServletContext war) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(war, "/assets/", digest);
            value = HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For the container's proxy. */
    protected AssetVersion() {
        value = "";
    }

    private static void add(ServletContext war, String folder, MessageDigest digest) throws IOException {
        for (String path : new TreeSet<>(war.getResourcePaths(folder))) {
            if (path.endsWith("/")) {
                add(war, path, digest);
                continue;
            }
            try (InputStream file = war.getResourceAsStream(path)) {
                digest.update(file.readAllBytes());
            }
        }
    }

    public String value() {
        return value;
    }
}
