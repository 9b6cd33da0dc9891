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
        Path store = folder.resolve("expired.p12");
        keytool(
                folder,
                store,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=Authority",
                "-ext",
                "bc:c",
                "-alias",
                "ca");
        keytool(
                folder,
                store,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + host,
                "-ext",
                "SAN=dns:" + host,
                "-signer",
                "ca",
                "-startdate",
                "-10d",
                "-validity",
                "1");
        KeyStore keys = load(store);
        Certificate authority = keys.getCertificate("ca");
        keys.deleteEntry("ca");
        return new TestCertificate(keys, authority);
    }

    private static void keytool(Path folder, Path store, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.add("-J-XX:TieredStopAtLevel=1");
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
