package org.obhut.outbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for one host name that no known authority has signed, with a context that shows it and one that trusts it. */
public final class TestCertificate {

    private static final String PASSWORD = "test-only";

    private final KeyStore keys;
    private final Certificate authority;

    private TestCertificate(KeyStore keys, Certificate authority) {
        this.keys = keys;
        this.authority = authority;
    }

    /** Signed by itself. Made by the JDK's keytool in a folder of the test. */
    public static TestCertificate of(String host, Path folder) throws Exception {
        Path store = folder.resolve(host + ".p12");
        keytool(folder, store, "-genkeypair", "-keyalg", "EC", "-dname", "CN=" + host, "-ext", "SAN=dns:" + host);
        KeyStore keys = load(store);
        return new TestCertificate(keys, keys.getCertificate("server"));
    }

    /** One that an authority has signed for a day that is over. Nobody asks an authority's own certificate for its days. */
    public static TestCertificate expired(String host, Path folder) throws Exception {
        Path authority = folder.resolve("authority.p12");
        keytool(folder, authority, "-genkeypair", "-keyalg", "EC", "-dname", "CN=Authority", "-ext", "bc:c");
        Path authorityFile = folder.resolve("authority.crt");
        keytool(folder, authority, "-exportcert", "-file", authorityFile.toString());
        Path store = folder.resolve("expired.p12");
        keytool(folder, store, "-genkeypair", "-keyalg", "EC", "-dname", "CN=" + host);
        Path request = folder.resolve("request.csr");
        Path signed = folder.resolve("signed.crt");
        keytool(folder, store, "-certreq", "-file", request.toString());
        String[] sign = {"-gencert", "-infile", request.toString(), "-outfile", signed.toString()};
        keytool(folder, authority, sign, "-ext", "SAN=dns:" + host, "-startdate", "-10d", "-validity", "1");
        keytool(
                folder,
                store,
                "-importcert",
                "-noprompt",
                "-trustcacerts",
                "-alias",
                "ca",
                "-file",
                authorityFile.toString());
        keytool(folder, store, "-importcert", "-noprompt", "-file", signed.toString());
        return new TestCertificate(load(store), load(authority).getCertificate("server"));
    }

    private static void keytool(Path folder, Path store, String[] first, String... more) throws Exception {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(more));
        keytool(folder, store, all.toArray(String[]::new));
    }

    private static void keytool(Path folder, Path store, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        if (!command.contains("-alias")) {
            command.addAll(List.of("-alias", "server"));
        }
        command.addAll(List.of("-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", PASSWORD));
        Process keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool failed: " + Files.readString(folder.resolve("keytool.log")));
        }
    }

    private static KeyStore load(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    /** Writes what has to be trusted as PEM, as a setting {@code ca-file} names it. */
    public Path pem(Path folder) throws Exception {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(authority.getEncoded());
        return Files.writeString(
                folder.resolve("authorities.pem"),
                "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
    }

    public SSLContext server() throws GeneralSecurityException {
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    public SSLContext trusting() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", authority);
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
