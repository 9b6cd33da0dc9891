package org.obhut.account;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.attestation.statement.none.NoneAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.packed.NullPackedAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.trustworthiness.certpath.NullCertPathTrustworthinessVerifier;
import com.webauthn4j.verifier.attestation.trustworthiness.self.NullSelfAttestationTrustworthinessVerifier;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.obhut.platform.Loopback;

/**
 * Checks what a passkey answers (Web Authentication Level 3, sections 7.1 and 7.2): type, challenge, origin, RP id, presence and
 * verification of the person, key algorithm, signature. Attestation is not asked for, so what a device says of its maker is not looked
 * at and not kept. The signature counter is for {@link Passkeys} to compare.
 */
final class RelyingParty {

    private static final System.Logger LOG = System.getLogger(RelyingParty.class.getName());

    /** COSE algorithms, the best first: ES256, EdDSA (Ed25519), RS256. */
    static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256);

    /** The most characters of an answer; a real one has some hundreds. */
    static final int LONGEST = 16_384;

    /** A new credential. @param id that its authenticator gave it */
    record Made(byte[] id, Credential credential) {}

    /** An answer that is well-formed; nothing of it is true as yet. */
    static final class Answer {
        private final AuthenticationData data;

        private Answer(AuthenticationData data) {
            this.data = data;
        }

        byte[] credentialId() {
            return data.getCredentialId();
        }

        /** Whether it names no user, or this one. */
        boolean isOf(byte[] handle) {
            byte[] named = data.getUserHandle();
            return named == null || Arrays.equals(named, handle);
        }
    }

    private final URI address;
    private final ObjectConverter objects = new ObjectConverter();
    private final AttestedCredentialDataConverter attested = new AttestedCredentialDataConverter(objects);
    private final WebAuthnManager manager = new WebAuthnManager(
            // Without attestation browsers send 'none', or leave a device's own signature there.
            List.of(new NoneAttestationStatementVerifier(), new NullPackedAttestationStatementVerifier()),
            new NullCertPathTrustworthinessVerifier(),
            new NullSelfAttestationTrustworthinessVerifier(),
            objects);

    /** @param address under which people reach the console */
    RelyingParty(URI address) {
        this.address = address;
        manager.getAuthenticationDataVerifier().setMaliciousCounterValueHandler(seen -> {});
    }

    /** Whether browsers have passkeys for this address: by https, or on the machine itself, and by name. */
    boolean possible() {
        boolean number = id().matches("[0-9.]+|\\[.*]");
        return !number && ("https".equals(address.getScheme()) || Loopback.names(id()));
    }

    /** The RP id: the host of the public address. */
    String id() {
        return address.getHost();
    }

    /** As browsers write it: scheme, host, and the port where it is not the scheme's own. */
    String origin() {
        int usual = "https".equals(address.getScheme()) ? 443 : 80;
        boolean said = address.getPort() >= 0 && address.getPort() != usual;
        return address.getScheme() + "://" + address.getHost() + (said ? ":" + address.getPort() : "");
    }

    /** The credential of an answer to a wish for one; empty where it is not what was asked for. */
    Optional<Made> made(String answer, String challenge, String label) {
        return tried(() -> checked(answer, challenge, label));
    }

    private Made checked(String answer, String challenge, String label) {
        RegistrationData data = manager.verifyRegistrationResponseJSON(
                bounded(answer), new RegistrationParameters(server(challenge), parameters(), true, true));
        var authenticator = Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
        AttestedCredentialData told = Objects.requireNonNull(authenticator.getAttestedCredentialData());
        var kept = new AttestedCredentialData(AAGUID.ZERO, told.getCredentialId(), told.getCOSEKey());
        var credential =
                new Credential(label, attested.convert(kept), authenticator.getSignCount(), authenticator.isFlagBE());
        return new Made(told.getCredentialId(), credential);
    }

    /** Empty where it can't be read. */
    Optional<Answer> answer(String json) {
        return tried(() -> {
            AuthenticationData data = manager.parseAuthenticationResponseJSON(bounded(json));
            Objects.requireNonNull(data.getCredentialId());
            return new Answer(data);
        });
    }

    /** The counter that this credential signed with this answer to this challenge here; empty where it did not. */
    Optional<Long> signed(Answer answer, String challenge, Credential credential) {
        return tried(() -> verified(answer, challenge, credential));
    }

    private long verified(Answer answer, String challenge, Credential credential) {
        var known = new CredentialRecordImpl(
                null,
                true,
                credential.backupEligible(),
                null,
                credential.counter(),
                attested.convert(credential.attested()),
                null,
                null,
                null,
                null);
        manager.verify(answer.data, new AuthenticationParameters(server(challenge), known, null, true, true));
        return Objects.requireNonNull(answer.data.getAuthenticatorData()).getSignCount();
    }

    /** The id in what is kept of a credential. */
    byte[] credentialId(Credential credential) {
        return attested.convert(credential.attested()).getCredentialId();
    }

    private ServerProperty server(String challenge) {
        return ServerProperty.builder()
                .origin(new Origin(origin()))
                .rpId(id())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    private static List<PublicKeyCredentialParameters> parameters() {
        return ALGORITHMS.stream()
                .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                .toList();
    }

    /** What strangers send makes the library's parsers throw whatever they throw: all of it is one refusal. */
    private static <T> Optional<T> tried(Supplier<T> check) {
        try {
            return Optional.of(check.get());
        } catch (RuntimeException refused) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "A passkey''s answer was refused: {0}",
                    refused.getClass().getName());
            return Optional.empty();
        }
    }

    private static String bounded(String answer) {
        if (answer.length() > LONGEST) {
            throw new IllegalArgumentException("an answer of " + answer.length() + " characters");
        }
        return answer;
    }
}
