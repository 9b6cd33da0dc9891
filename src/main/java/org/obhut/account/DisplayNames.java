package org.obhut.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.envelope.OperatingSecrets;
import org.obhut.platform.InvalidInput;
import org.obhut.platform.Statements;

/**
 * How people want to be called, for colleagues to see; no client ever does. Sealed under the settings key: who works here is not to be
 * read from a stolen database.
 */
@ApplicationScoped
class DisplayNames {

    /** The most characters. */
    static final int MOST = 60;

    private final Statements statements;
    private final OperatingSecrets secrets;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected DisplayNames() {
        this(null, null);
    }

    @Inject
    DisplayNames(Statements statements, OperatingSecrets secrets) {
        this.statements = statements;
        this.secrets = secrets;
    }

    /** @throws InvalidInput of the field {@code displayName} */
    static String require(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty()) {
            throw new InvalidInput("displayName", "required");
        }
        if (stripped.length() > MOST) {
            throw new InvalidInput("displayName", "too-long");
        }
        if (stripped.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidInput("displayName", "one-line");
        }
        return stripped;
    }

    /** @param id of a person or an invitation */
    byte[] sealed(UUID id, String name) {
        return secrets.sealSetting(context(id), name.getBytes(StandardCharsets.UTF_8));
    }

    /** @param sealed null where somebody has chosen none */
    String opened(UUID id, byte @Nullable [] sealed, String otherwise) {
        return sealed == null
                ? otherwise
                : new String(secrets.openSetting(context(id), sealed), StandardCharsets.UTF_8);
    }

    /** Empty where somebody has chosen none. */
    Optional<String> of(UUID person) {
        return statements
                .list(
                        "SELECT display_name FROM person WHERE id = ? AND display_name IS NOT NULL",
                        row -> opened(person, row.getBytes(1), ""),
                        person)
                .stream()
                .findFirst();
    }

    void set(UUID person, String name) {
        statements.run("UPDATE person SET display_name = ? WHERE id = ?", sealed(person, require(name)), person);
    }

    private static String context(UUID id) {
        return "person/" + id + "/display-name";
    }
}
