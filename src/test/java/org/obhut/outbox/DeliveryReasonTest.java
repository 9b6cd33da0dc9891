package org.obhut.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryReasonTest {

    @ParameterizedTest
    @CsvSource({
        "smtp-450,BUSY",
        "smtp-451,BUSY",
        "smtp-421,BUSY",
        "smtp-451-4.7.1,BUSY",
        "smtp-450-4.2.0,BUSY",
        "smtp-452-4.2.2,MAILBOX_FULL",
        "smtp-552-5.2.2,MAILBOX_FULL",
        "smtp-552,MAILBOX_FULL",
        "smtp-552-5.3.4,TOO_LARGE",
        "smtp-550-5.1.1,UNKNOWN_ADDRESS",
        "smtp-550,UNKNOWN_ADDRESS",
        "smtp-553-5.1.3,UNKNOWN_ADDRESS",
        "smtp-550-5.1.2,UNKNOWN_DOMAIN",
        "smtp-556-5.1.10,UNKNOWN_DOMAIN",
        "smtp-550-5.7.1,REFUSED",
        "smtp-554,REFUSED",
        "smtp-550-5.6.7,INTERNATIONAL_ADDRESS",
        "smtp-535,SIGN_IN",
        "smtp-no-starttls,INSECURE",
        "smtp-certificate-untrusted,INSECURE",
        "smtp-certificate-expired,INSECURE",
        "smtp-tls-failed,INSECURE",
        "smtp-port-closed,UNREACHABLE",
        "smtp-no-session,UNREACHABLE",
        "smtp-broken-off,UNREACHABLE",
        "smtp-sign-in-not-now,SIGN_IN",
        "oauth-invalid-client,SIGN_IN",
        "password-file,NOT_CONFIGURED",
        "expired,EXPIRED",
        "never-answered,UNANSWERED"
    })
    void everyCodeSaysWhatTheWriterCanActOn(String code, DeliveryReason reason) {
        assertEquals(reason, DeliveryReason.of(code));
    }

    @Test
    void aStatusThatSaysOnlyNotNowOrNeverGivesNoReason() {
        assertEquals(Optional.empty(), DeliveryReason.ofStatus("5.0.0"));
        assertEquals(Optional.empty(), DeliveryReason.ofStatus("nonsense"));
        assertEquals(Optional.of(DeliveryReason.MAILBOX_FULL), DeliveryReason.ofStatus("5.2.2"));
    }
}
