package org.obhut.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.obhut.audit.Act;
import org.obhut.audit.AuditTrail;
import org.obhut.platform.InvalidInput;

/** A person's change of their own passphrase: seals the root anew and nothing else. */
@ApplicationScoped
public class PassphraseChange {

    private final People people;
    private final DisplayNames displayNames;
    private final PassphraseRule rule;
    private final PassphraseCheck check;
    private final Locksmith locksmith;
    private final AuditTrail audit;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected PassphraseChange() {
        this.people = null;
        this.displayNames = null;
        this.rule = null;
        this.check = null;
        this.locksmith = null;
        this.audit = null;
    }

    @Inject
    public PassphraseChange(
            People people,
            DisplayNames displayNames,
            PassphraseRule rule,
            PassphraseCheck check,
            Locksmith locksmith,
            AuditTrail audit) {
        this.people = people;
        this.displayNames = displayNames;
        this.rule = rule;
        this.check = check;
        this.locksmith = locksmith;
        this.audit = audit;
    }

    /**
     * Changes the caller's passphrase. Both are wiped before return. Sessions that are open stay open.
     *
     * @throws InvalidInput where the new one is refused: {@link PassphraseRule}
     * @throws SignInRefused where the old one is wrong
     */
    @Transactional
    public void change(Caller caller, char[] old, char[] wanted) {
        try {
            String displayName = displayNames.of(caller.person()).orElse(caller.name());
            rule.require(wanted, List.of(caller.name(), displayName));
            Person person = check.require(caller, old);
            Person.Lock lock = locksmith.lock(person.id(), caller.keyring().root(person.id()), wanted);
            if (!people.changeLock(person.id(), person.lock(), lock)) {
                throw new SignInRefused(Duration.ZERO);
            }
            audit.add(Act.PASSPHRASE_CHANGED, person.id(), person.id());
        } finally {
            Arrays.fill(old, '\0');
            Arrays.fill(wanted, '\0');
        }
    }
}
