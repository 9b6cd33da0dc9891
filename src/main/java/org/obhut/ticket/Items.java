package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.envelope.ItemKey;
import org.obhut.envelope.Part;
import org.obhut.envelope.SealedFile;
import org.obhut.outbox.DeliveryReason;
import org.obhut.outbox.DeliveryStatus;

/** The stored entries of timelines, and how they are sealed. */
@Dependent
class Items {

    /** A mail's head that the summary does not hold yet. */
    record Unfolded(UUID item, UUID ticket, byte[] wrap, byte[] head) {}

    private final EntityManager entities;
    private final Attachments attachments;

    @Inject
    Items(EntityManager entities, Attachments attachments) {
        this.entities = entities;
        this.attachments = attachments;
    }

    /** Seals and stores an entry with its files; {@code head} only where the summary can't be rewritten now. */
    TicketItem add(
            SealedFile file, UUID ticket, UUID id, long rank, ItemBody body, @Nullable Head head, List<byte[]> files) {
        try (ItemKey key = file.newItem(id)) {
            byte[] sealedHead = head == null ? null : key.seal(Part.HEAD, head.bytes());
            TicketItem item =
                    new TicketItem(id, ticket, rank, key.wrap(), sealedHead, key.seal(Part.BODY, body.bytes()));
            entities.persist(item);
            entities.flush();
            attachments.store(key, item, body.attachments(), files);
            return item;
        }
    }

    /** Puts another content in an entry's place; the key stays, since the entry's files are under it. */
    void replace(SealedFile file, TicketItem item, ItemBody body, @Nullable DeliveryStatus delivery) {
        try (ItemKey key = file.item(item.id(), item.wrap())) {
            item.replace(key.seal(Part.BODY, body.bytes()), delivery);
        }
    }

    ItemBody body(SealedFile file, TicketItem item) {
        try (ItemKey key = file.item(item.id(), item.wrap())) {
            return ItemBody.of(key.open(Part.BODY, item.body()));
        }
    }

    /** Takes an entry out of its ticket, and all that came after it. @throws TicketNotFound where it is not there */
    void removeFrom(Ticket ticket, UUID id) {
        find(ticket, id).orElseThrow(TicketNotFound::new);
        of(ticket).stream().dropWhile(item -> !item.id().equals(id)).forEach(entities::remove);
        entities.flush();
    }

    Optional<TicketItem> find(UUID id) {
        return Optional.ofNullable(entities.find(TicketItem.class, id));
    }

    Optional<TicketItem> find(Ticket ticket, UUID id) {
        return find(id).filter(item -> item.ticket().equals(ticket.id()));
    }

    /** A ticket's timeline, oldest first. */
    List<TicketItem> of(Ticket ticket) {
        return entities.createQuery(
                        "SELECT i FROM TicketItem i WHERE i.ticket = :ticket ORDER BY i.rank", TicketItem.class)
                .setParameter("ticket", ticket.id())
                .getResultList();
    }

    /** The timelines of some tickets, each oldest first. */
    List<TicketItem> of(Collection<UUID> tickets) {
        if (tickets.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(
                        "SELECT i FROM TicketItem i WHERE i.ticket IN :tickets ORDER BY i.rank", TicketItem.class)
                .setParameter("tickets", tickets)
                .getResultList();
    }

    /** The message that went out last; one that is held or never got away is none. */
    Optional<UUID> lastSent(UUID ticket) {
        return entities.createQuery(
                        "SELECT i.id FROM TicketItem i WHERE i.ticket = :ticket AND i.delivery IN :gone ORDER BY i.rank DESC",
                        UUID.class)
                .setParameter("ticket", ticket)
                .setParameter(
                        "gone",
                        List.of(
                                DeliveryStatus.SENDING,
                                DeliveryStatus.SENT,
                                DeliveryStatus.DELAYED,
                                DeliveryStatus.UNDELIVERED))
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    List<Unfolded> unfolded(Collection<UUID> tickets) {
        if (tickets.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(
                        "SELECT i.id, i.ticket, i.wrap, i.head FROM TicketItem i WHERE i.ticket IN :tickets AND i.head IS NOT NULL ORDER BY i.rank",
                        Object[].class)
                .setParameter("tickets", tickets)
                .getResultStream()
                .map(row -> new Unfolded((UUID) row[0], (UUID) row[1], (byte[]) row[2], (byte[]) row[3]))
                .toList();
    }

    /** Forgets heads that the summary holds by now. */
    void folded(List<Unfolded> heads) {
        for (Unfolded head : heads) {
            entities.createQuery("UPDATE TicketItem i SET i.head = NULL WHERE i.id = :id")
                    .setParameter("id", head.item())
                    .executeUpdate();
        }
    }

    void settle(UUID item, byte[] wrap) {
        entities.createQuery("UPDATE TicketItem i SET i.wrap = :wrap WHERE i.id = :id")
                .setParameter("wrap", wrap)
                .setParameter("id", item)
                .executeUpdate();
    }

    /** Notes how far a reply has come; takes no lock on the ticket. */
    void delivery(UUID item, DeliveryStatus status, @Nullable DeliveryReason reason, boolean perhapsTwice) {
        entities.createQuery(
                        "UPDATE TicketItem i SET i.delivery = :status, i.deliveryReason = :reason, i.perhapsTwice = :twice WHERE i.id = :id")
                .setParameter("status", status)
                .setParameter("reason", reason)
                .setParameter("twice", perhapsTwice)
                .setParameter("id", item)
                .executeUpdate();
    }
}
