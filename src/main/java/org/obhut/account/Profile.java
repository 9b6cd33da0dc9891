package org.obhut.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.obhut.audit.Act;
import org.obhut.audit.AuditTrail;

/** What a person sets for themselves. What opens the way in is changed with the passphrase in hand only: a session can be left open. */
@ApplicationScoped
@Transactional
public class Profile {

    /**
     * @param app whether one-time codes are set up
     * @param secondFactor whether these or a passkey are
     * @param codesLeft how many recovery codes there are
     */
    public record Own(
            String name, String displayName, String language, boolean app, boolean secondFactor, int codesLeft) {}

    private final People people;
    private final DisplayNames displayNames;
    private final SecondFactors factors;
    private final PassphraseCheck check;
    private final AuditTrail audit;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Profile() {
        this(null, null, null, null, null);
    }

    @Inject
    public Profile(
            People people, DisplayNames displayNames, SecondFactors factors, PassphraseCheck check, AuditTrail audit) {
        this.people = people;
        this.displayNames = displayNames;
        this.factors = factors;
        this.check = check;
        this.audit = audit;
    }

    public Own own(Caller caller) {
        Person person = people.byId(caller.person()).orElseThrow();
        return new Own(
                person.name(),
                displayNames.of(person.id()).orElse(person.name()),
                person.language(),
                factors.hasApp(person.id()),
                factors.has(person.id()),
                factors.codesLeft(person.id()));
    }

    /**
     * Sets how colleagues call the person and the language of the console.
     *
     * @param language BCP 47
     * @throws org.obhut.platform.InvalidInput where the name is none
     */
    public void set(Caller caller, String displayName, String language) {
        String before = own(caller).displayName();
        displayNames.set(caller.person(), displayName);
        people.speak(caller.person(), language);
        if (!before.equals(own(caller).displayName())) {
            audit.add(Act.DISPLAY_NAME_CHANGED, caller.person(), caller.person());
        }
    }

    /**
     * Sets up a device, in place of the one there was.
     *
     * @param passphrase wiped before return
     * @return the recovery codes, which nobody can be told again
     * @throws SignInRefused where the passphrase is wrong
     * @throws org.obhut.platform.InvalidInput where the device does not show the code of its secret
     */
    public List<String> setDevice(Caller caller, char[] passphrase, Arrival.Device device) {
        factors.requireShown(device);
        check.require(caller, passphrase);
        return factors.set(caller.person(), device);
    }

    /**
     * Removes the device.
     *
     * @param passphrase wiped before return
     * @throws SignInRefused where the passphrase is wrong
     * @throws org.obhut.platform.InvalidInput where there is no passkey in its place, and nobody may be without
     * @throws Refused where there is no device
     */
    public void removeDevice(Caller caller, char[] passphrase) {
        if (!factors.hasApp(caller.person())) {
            throw new Refused("has a device");
        }
        check.require(caller, passphrase);
        factors.removeApp(caller.person());
    }

    /**
     * Ten new recovery codes in place of those there were.
     *
     * @param passphrase wiped before return
     * @throws SignInRefused where the passphrase is wrong
     * @throws Refused where there is no second factor that they could stand in for
     */
    public List<String> renewCodes(Caller caller, char[] passphrase) {
        if (!factors.has(caller.person())) {
            throw new Refused("has a second factor");
        }
        check.require(caller, passphrase);
        audit.add(Act.RECOVERY_CODES_RENEWED, caller.person(), caller.person());
        return factors.codes(caller.person());
    }
}
