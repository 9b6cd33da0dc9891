package org.obhut.account;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody shows besides the passphrase. It is looked at before the passphrase, and taken only after that was right. */
interface Shown {

    /** Whether it would be taken now. */
    boolean fits(UUID person);

    /** Takes it, which is worth nothing from now on; false where it is not to be taken, or was meanwhile. */
    boolean take(UUID person);

    /** Whether it says nothing about who has no second factor. */
    boolean dispensable();

    /** A one-time or recovery code; may be empty. */
    static Shown code(SecondFactors factors, String code) {
        return new Shown() {

            @Override
            public boolean fits(UUID person) {
                return factors.fits(person, code);
            }

            @Override
            public boolean take(UUID person) {
                return factors.take(person, code);
            }

            @Override
            public boolean dispensable() {
                return true;
            }
        };
    }

    /** What a passkey signed. */
    static Shown passkey(PasskeySignIn passkeys, Assertion assertion) {
        return new Shown() {

            private PasskeySignIn.@Nullable Signed signed;

            @Override
            public boolean fits(UUID person) {
                signed = passkeys.signed(person, assertion).orElse(null);
                return signed != null;
            }

            @Override
            public boolean take(UUID person) {
                return Optional.ofNullable(signed).filter(passkeys::take).isPresent();
            }

            @Override
            public boolean dispensable() {
                return false;
            }
        };
    }
}
