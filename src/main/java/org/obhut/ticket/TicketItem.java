package org.obhut.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.outbox.DeliveryReason;
import org.obhut.outbox.DeliveryStatus;

/** One entry of a timeline as it is stored. What it is, when it was and who wrote it is sealed in its body. */
@Entity
@Table(name = "ticket_item")
public class TicketItem {

    @Id
    private UUID id;

    @Column(name = "ticket_id")
    private UUID ticket;

    private long rank;
    private byte[] wrap;
    private byte @Nullable [] head;
    private byte[] body;

    @Enumerated(EnumType.STRING)
    private @Nullable DeliveryStatus delivery;

    @Enumerated(EnumType.STRING)
    @Column(name = "delivery_reason")
    private @Nullable DeliveryReason deliveryReason;

    @Column(name = "perhaps_twice")
    private boolean perhapsTwice;

    /** For JPA. */
    protected TicketItem() {}

    TicketItem(UUID id, UUID ticket, long rank, byte[] wrap, byte @Nullable [] head, byte[] body) {
        this.id = id;
        this.ticket = ticket;
        this.rank = rank;
        this.wrap = wrap;
        this.head = head;
        this.body = body;
    }

    /** Puts another content in this entry's place. */
    void replace(byte[] newBody, @Nullable DeliveryStatus newDelivery) {
        body = newBody;
        delivery = newDelivery;
        deliveryReason = null;
        perhapsTwice = false;
    }

    void delivery(DeliveryStatus status) {
        delivery = status;
    }

    UUID id() {
        return id;
    }

    UUID ticket() {
        return ticket;
    }

    byte[] wrap() {
        return wrap;
    }

    byte[] body() {
        return body;
    }

    @Nullable
    DeliveryStatus delivery() {
        return delivery;
    }

    @Nullable
    DeliveryReason deliveryReason() {
        return deliveryReason;
    }

    boolean perhapsTwice() {
        return perhapsTwice;
    }
}
