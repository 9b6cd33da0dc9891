package org.obhut.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.obhut.audit.Act;
import org.obhut.audit.AuditTrail;
import org.obhut.platform.Settings;

/** Looks at what a passkey signed for a sign-in, and takes it. */
@ApplicationScoped
@Transactional
public class PasskeySignIn {

    private static final System.Logger LOG = System.getLogger(PasskeySignIn.class.getName());

    /** A passkey that signed. @param counter of its signatures from now on */
    record Signed(PasskeyRows.Row passkey, long counter) {}

    private final PasskeyRows rows;
    private final Challenges challenges;
    private final AuditTrail audit;
    private final RelyingParty party;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected PasskeySignIn() {
        this(null, null, null, (RelyingParty) null);
    }

    @Inject
    public PasskeySignIn(PasskeyRows rows, Challenges challenges, AuditTrail audit, Settings settings) {
        this(rows, challenges, audit, new RelyingParty(settings.publicUrl()));
    }

    PasskeySignIn(PasskeyRows rows, Challenges challenges, AuditTrail audit, RelyingParty party) {
        this.rows = rows;
        this.challenges = challenges;
        this.audit = audit;
        this.party = party;
    }

    /**
     * The person's passkey that signed this; empty where none did. Uses up the challenge. Where a signature is right and its counter is
     * not past the last one, somebody may have copied the key (section 6.1.1): it is refused, and told.
     */
    Optional<Signed> signed(UUID person, Assertion assertion) {
        if (!challenges.take(assertion.challenge(), Passkeys.SIGN_IN)) {
            return Optional.empty();
        }
        return party.answer(assertion.answer())
                .filter(answer -> answer.isOf(Passkeys.handle(person)))
                .flatMap(answer -> rows.find(person, answer.credentialId())
                        .flatMap(row -> party.signed(answer, assertion.challenge(), row.credential())
                                .map(counter -> new Signed(row, counter))))
                .filter(this::advanced);
    }

    private boolean advanced(Signed signed) {
        long before = signed.passkey().credential().counter();
        boolean advanced = signed.counter() > before || signed.counter() == 0 && before == 0;
        if (!advanced) {
            UUID person = signed.passkey().person();
            LOG.log(System.Logger.Level.ERROR, "ALARM: the counter of a passkey went back: person {0}", person);
            audit.add(Act.PASSKEY_COUNTER_WENT_BACK, person, person);
        }
        return advanced;
    }

    /** Notes the counter; false where the passkey was used or removed since. */
    boolean take(Signed signed) {
        PasskeyRows.Row passkey = signed.passkey();
        if (!rows.replace(passkey, passkey.credential().counted(signed.counter()))) {
            return false;
        }
        audit.add(Act.PASSKEY_USED, passkey.person(), passkey.person());
        return true;
    }
}
