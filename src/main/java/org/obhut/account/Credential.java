package org.obhut.account;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What is kept of a passkey, and nothing else of what its device says: no model, no certificate.
 *
 * @param label what its person calls it
 * @param attested the credential's id and public key, as in authenticator data (Web Authentication, section 6.5.1), without a model
 * @param counter of signatures, 0 where the authenticator has none
 * @param backupEligible whether it may be copied to the person's other devices; stays as it was for as long as it lives
 */
record Credential(String label, byte[] attested, long counter, boolean backupEligible) {

    private static final byte FORMAT = 1;

    Credential named(String wanted) {
        return new Credential(wanted, attested, counter, backupEligible);
    }

    Credential counted(long now) {
        return new Credential(label, attested, now, backupEligible);
    }

    byte[] encoded() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeUTF(label);
            out.writeLong(counter);
            out.writeBoolean(backupEligible);
            out.writeInt(attested.length);
            out.write(attested);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Credential decoded(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != FORMAT) {
                throw new IllegalStateException("a passkey of another format");
            }
            String label = in.readUTF();
            long counter = in.readLong();
            boolean backupEligible = in.readBoolean();
            return new Credential(label, in.readNBytes(in.readInt()), counter, backupEligible);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
