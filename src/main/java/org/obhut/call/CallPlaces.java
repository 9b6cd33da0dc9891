package org.obhut.call;

import static java.util.Objects.requireNonNullElse;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.directory.Directory;
import org.obhut.directory.DirectorySearch;
import org.obhut.directory.Organisation;
import org.obhut.platform.InvalidInput;
import org.obhut.statistics.Answers;
import org.obhut.ticket.Referral;
import org.obhut.ticket.Referring;

/** Places of the directory that callers are referred to. */
@Dependent
class CallPlaces {

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
        Organisation found = find(caller, place);
        return call.referral() == null ? call.referral(referring.kind(found.kind())) : call;
    }

    private Organisation find(Caller caller, String place) {
        return directory.search(caller, DirectorySearch.EVERYTHING).stream()
                .map(entry -> entry.organisation())
                .filter(organisation -> plain(organisation.name()).equals(plain(place)))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("place", "not-a-place"));
    }

    /**
     * Tells the place, if there is one, in the ticket's timeline, where it can be said later what became of it.
     *
     * @param entry of the call
     */
    void tell(Caller caller, UUID ticket, UUID entry, NewCall call) {
        String place = call.place();
        if (place == null) {
            return;
        }
        String answer = requireNonNullElse(call.referral(), Referral.OTHER);
        boolean failed = answer.equals(Answers.FAILED);
        String kind = failed || answer.equals(Answers.NOBODY)
                ? referring.kind(find(caller, place).kind())
                : answer;
        referring.refer(caller, ticket, new Referral(place.strip(), kind, failed ? Answers.FAILED : null, entry));
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
