package org.obhut.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.obhut.account.Caller;
import org.obhut.envelope.EnvelopeException;
import org.obhut.envelope.ItemKey;
import org.obhut.envelope.Part;
import org.obhut.envelope.RandomId;
import org.obhut.envelope.SealedFile;
import org.obhut.platform.InvalidInput;
import org.obhut.platform.Statements;

/**
 * The lists that people have named, each for themselves: sealed under the person's own root, so that neither colleagues nor
 * administrators nor a stolen database tell what somebody looks for. What an older root sealed, before an account was reset, is gone.
 */
@ApplicationScoped
@Transactional
public class SavedViews {

    /** The most that one person has. */
    public static final int MOST = 20;

    /** Characters of a name. */
    public static final int LONGEST_NAME = 60;

    private record Stored(UUID id, byte[] wrap, byte[] body) {}

    private final Statements statements;
    private final SecureRandom random;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected SavedViews() {
        this(null, null);
    }

    @Inject
    SavedViews(Statements statements, SecureRandom random) {
        this.statements = statements;
        this.random = random;
    }

    /** The caller's own, in their order. */
    public List<SavedView> of(Caller caller) {
        return statements
                .list(
                        "SELECT id, wrap, body FROM saved_view WHERE person_id = ? ORDER BY position, id",
                        row -> new Stored(row.getObject(1, UUID.class), row.getBytes(2), row.getBytes(3)),
                        caller.person())
                .stream()
                .flatMap(stored -> open(caller, stored))
                .toList();
    }

    /** One of the caller's own; empty where it is somebody else's or none. */
    public Optional<SavedView> find(Caller caller, UUID id) {
        return of(caller).stream().filter(view -> view.id().equals(id)).findFirst();
    }

    /** Names a list. @throws InvalidInput where the name is none, or there are {@value #MOST} already */
    public UUID add(Caller caller, String name, Listing listing) {
        String checked = checked(name);
        // One after the other, so that two windows make no twenty-first.
        statements.list("SELECT 1 FROM person WHERE id = ? FOR NO KEY UPDATE", row -> true, caller.person());
        List<SavedView> there = of(caller);
        if (there.size() >= MOST) {
            throw new InvalidInput("view", "too-many");
        }
        UUID id = RandomId.next(random);
        try (ItemKey key = file(caller).newItem(id)) {
            statements.run(
                    "INSERT INTO saved_view (id, person_id, position, wrap, body) VALUES (?, ?, ?, ?, ?)",
                    id,
                    caller.person(),
                    MOST,
                    key.wrap(),
                    key.seal(Part.BODY, new SavedView(id, checked, listing).bytes()));
        }
        number(Stream.concat(there.stream().map(SavedView::id), Stream.of(id)).toList());
        return id;
    }

    /** Gives a view another name and list. False where there is none of the caller's. @throws InvalidInput where the name is none */
    public boolean change(Caller caller, UUID id, String name, Listing listing) {
        String checked = checked(name);
        try (ItemKey key = file(caller).newItem(id)) {
            return statements.run(
                            "UPDATE saved_view SET wrap = ?, body = ? WHERE id = ? AND person_id = ?",
                            key.wrap(),
                            key.seal(Part.BODY, new SavedView(id, checked, listing).bytes()),
                            id,
                            caller.person())
                    > 0;
        }
    }

    /** Puts a view one place up or down; nothing happens at the end of the list. */
    public void move(Caller caller, UUID id, boolean up) {
        List<UUID> order =
                new java.util.ArrayList<>(of(caller).stream().map(SavedView::id).toList());
        int at = order.indexOf(id);
        int to = up ? at - 1 : at + 1;
        if (at >= 0 && to >= 0 && to < order.size()) {
            Collections.swap(order, at, to);
            number(order);
        }
    }

    /** False where there was none of the caller's. */
    public boolean remove(Caller caller, UUID id) {
        return statements.run("DELETE FROM saved_view WHERE id = ? AND person_id = ?", id, caller.person()) > 0;
    }

    private void number(List<UUID> order) {
        for (int i = 0; i < order.size(); i++) {
            statements.run("UPDATE saved_view SET position = ? WHERE id = ?", i, order.get(i));
        }
    }

    private Stream<SavedView> open(Caller caller, Stored stored) {
        try (ItemKey key = file(caller).item(stored.id(), stored.wrap())) {
            return Stream.of(SavedView.of(stored.id(), key.open(Part.BODY, stored.body())));
        } catch (EnvelopeException sealedByAnOlderRoot) {
            return Stream.empty();
        }
    }

    private SealedFile file(Caller caller) {
        return SealedFile.open(caller.person(), caller.keyring().root(caller.person()), random);
    }

    private static String checked(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty()) {
            throw new InvalidInput("view", "required");
        }
        if (stripped.length() > LONGEST_NAME) {
            throw new InvalidInput("view", "too-long");
        }
        if (stripped.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidInput("view", "one-line");
        }
        return stripped;
    }
}
