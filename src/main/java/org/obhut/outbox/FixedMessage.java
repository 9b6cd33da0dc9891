package org.obhut.outbox;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;

/** A message whose bytes go out exactly as they were fixed. */
final class FixedMessage extends MimeMessage {

    private final Parcel parcel;

    FixedMessage(Session session, Parcel parcel) {
        super(session);
        this.parcel = parcel;
    }

    InternetAddress recipient() {
        var address = new InternetAddress();
        address.setAddress(parcel.recipient());
        return address;
    }

    @Override
    public int getSize() {
        return parcel.message().length;
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException {
        out.write(parcel.message());
    }
}
