package org.obhut.account;

import com.webauthn4j.converter.AttestationObjectConverter;
import com.webauthn4j.converter.AuthenticatorDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.authenticator.EdDSACOSEKey;
import com.webauthn4j.data.attestation.authenticator.RSACOSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionAuthenticatorOutput;
import com.webauthn4j.data.extension.authenticator.RegistrationExtensionAuthenticatorOutput;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.UUID;

/** An authenticator with one credential, and the browser that it sits in: signs what it is asked for, truly or as a liar would. */
final class TestAuthenticator {

    private static final byte PRESENT = AuthenticatorData.BIT_UP;
    private static final byte VERIFIED = AuthenticatorData.BIT_UV;
    private static final byte ATTESTED = AuthenticatorData.BIT_AT;

    private final ObjectConverter objects = new ObjectConverter();
    private final byte[] id = new byte[32];
    private final KeyPair keys;
    private final COSEKey publicKey;
    private final String signature;

    String origin = AccountFixture.ADDRESS.toString();
    String party = AccountFixture.ADDRESS.getHost();
    UUID handle = new UUID(0, 0);
    byte flags = (byte) (PRESENT | VERIFIED);
    long counter;

    private TestAuthenticator(KeyPair keys, COSEKey publicKey, String signature) {
        this.keys = keys;
        this.publicKey = publicKey;
        this.signature = signature;
        new SecureRandom().nextBytes(id);
    }

    static TestAuthenticator es256() {
        return made(() -> {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair keys = generator.generateKeyPair();
            var key = EC2COSEKey.create((ECPublicKey) keys.getPublic(), COSEAlgorithmIdentifier.ES256);
            return new TestAuthenticator(keys, key, "SHA256withECDSA");
        });
    }

    static TestAuthenticator rs256() {
        return made(() -> {
            KeyPair keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
            var key = RSACOSEKey.create((RSAPublicKey) keys.getPublic(), COSEAlgorithmIdentifier.RS256);
            return new TestAuthenticator(keys, key, "SHA256withRSA");
        });
    }

    static TestAuthenticator edDsa() {
        return made(() -> {
            KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var key = EdDSACOSEKey.create((EdECPublicKey) keys.getPublic(), COSEAlgorithmIdentifier.EdDSA);
            return new TestAuthenticator(keys, key, "Ed25519");
        });
    }

    /** An algorithm that is not offered. */
    static TestAuthenticator es384() {
        return made(() -> {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp384r1"));
            KeyPair keys = generator.generateKeyPair();
            var key = EC2COSEKey.create((ECPublicKey) keys.getPublic(), COSEAlgorithmIdentifier.ES384);
            return new TestAuthenticator(keys, key, "SHA384withECDSA");
        });
    }

    TestAuthenticator unverified() {
        flags = PRESENT;
        return this;
    }

    /** The answer to a wish for a credential, as a browser gives it. */
    String make(String challenge) {
        var attested = new AttestedCredentialData(AAGUID.ZERO, id, publicKey);
        var data = new AuthenticatorData<RegistrationExtensionAuthenticatorOutput>(
                hash(party), (byte) (flags | ATTESTED), counter, attested);
        byte[] object = new AttestationObjectConverter(objects)
                .convertToBytes(new AttestationObject(data, new NoneAttestationStatement()));
        return answer("\"clientDataJSON\":\"%s\",\"attestationObject\":\"%s\",\"transports\":[\"internal\"]"
                .formatted(text(client("webauthn.create", challenge)), text(object)));
    }

    /** The answer to a wish for a signature. */
    String sign(String challenge) {
        var data = new AuthenticatorData<AuthenticationExtensionAuthenticatorOutput>(hash(party), flags, counter);
        byte[] bytes = new AuthenticatorDataConverter(objects).convert(data);
        byte[] client = client("webauthn.get", challenge);
        return answer(
                "\"clientDataJSON\":\"%s\",\"authenticatorData\":\"%s\",\"signature\":\"%s\",\"userHandle\":\"%s\""
                        .formatted(
                                text(client),
                                text(bytes),
                                text(signed(bytes, sha256(client))),
                                text(Passkeys.handle(handle))));
    }

    private String answer(String response) {
        return "{\"id\":\"%1$s\",\"rawId\":\"%1$s\",\"type\":\"public-key\",\"clientExtensionResults\":{},\"response\":{%2$s}}"
                .formatted(text(id), response);
    }

    private byte[] client(String type, String challenge) {
        return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                .formatted(type, challenge, origin)
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] signed(byte[] data, byte[] clientHash) {
        return made(() -> {
            PrivateKey key = keys.getPrivate();
            Signature signer = Signature.getInstance(signature);
            signer.initSign(key);
            signer.update(data);
            signer.update(clientHash);
            return signer.sign();
        });
    }

    private static byte[] hash(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sha256(byte[] bytes) {
        return made(() -> MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private interface Making<T> {
        T make() throws GeneralSecurityException;
    }

    private static <T> T made(Making<T> making) {
        try {
            return making.make();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
