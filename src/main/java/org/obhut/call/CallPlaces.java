package org.obhut.call;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.directory.Directory;
import org.obhut.directory.DirectorySearch;
import org.obhut.directory.Organisation;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.Referring;

/** Places of the directory that callers are referred to. */
@Dependent
class CallPlaces {

    /** Kinds of places that the list of referrals knows by the same key. */
    private static final Set<String> SAME =
            Set.of("counselling-centre", "health-office", "insurance-clearing", "shelter");

    private final Directory directory;
    private final Referring referring;

    @Inject
    CallPlaces(Directory directory, Referring referring) {
        this.directory = directory;
        this.referring = referring;
    }

    /**
     * The call with the directory's own name of its place, and with what kind of referral that is where nobody said.
     *
     * @throws InvalidInput where the directory does not have the place
     */
    NewCall known(Caller caller, NewCall call) {
        String place = call.place();
        if (place == null) {
            return call;
        }
        Organisation found = directory.search(caller, DirectorySearch.EVERYTHING).stream()
                .map(entry -> entry.organisation())
                .filter(organisation -> plain(organisation.name()).equals(plain(place)))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("place", "not-a-place"));
        return call.referral() == null ? call.referral(SAME.contains(found.kind()) ? found.kind() : "other") : call;
    }

    /** Tells the place, if there is one, in the ticket's timeline. */
    void tell(Caller caller, UUID ticket, NewCall call) {
        if (call.place() != null) {
            referring.refer(caller, ticket, call.place().strip());
        }
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
