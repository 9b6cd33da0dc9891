package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.obhut.account.Caller;
import org.obhut.account.Invitations;
import org.obhut.account.Role;
import org.obhut.account.Staff;
import org.obhut.mailbox.MailboxState;
import org.obhut.mailbox.Mailboxes;

/** What an administrator has to do before mail is answered, and how far it is: read from what there is, so nothing has to be ticked. */
@RequestScoped
public class FirstSteps {

    private final Mailboxes mailboxes;
    private final Staff staff;
    private final Invitations invitations;

    @Inject
    public FirstSteps(Mailboxes mailboxes, Staff staff, Invitations invitations) {
        this.mailboxes = mailboxes;
        this.staff = staff;
        this.invitations = invitations;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected FirstSteps() {
        this(null, null, null);
    }

    /** In their order; empty once all are done, and for who administers nothing. */
    List<StartPage.Step> of(Caller caller) {
        if (!caller.has(Role.ADMINISTRATOR)) {
            return List.of();
        }
        List<MailboxState> states = mailboxes.states(caller);
        boolean mailbox = !states.isEmpty() && states.stream().allMatch(FirstSteps::reached);
        boolean lead = Stream.concat(
                        staff.all(caller).stream().map(Staff.Member::roles),
                        invitations.list(caller).stream().map(Invitations.Pending::roles))
                .anyMatch(roles -> roles.contains(Role.LEAD));
        boolean team =
                mailbox && states.stream().noneMatch(state -> state.team().isEmpty());
        return mailbox && lead && team
                ? List.of()
                : List.of(
                        new StartPage.Step("account", true, null),
                        new StartPage.Step(
                                "mailbox", mailbox, states.isEmpty() ? "/admin/mailboxes/new" : "/admin/mailboxes"),
                        new StartPage.Step("lead", lead, "/admin/people"),
                        new StartPage.Step("team", team, null));
    }

    private static boolean reached(MailboxState state) {
        return Stream.of(state.receiving(), state.sending())
                .noneMatch(side -> side.state().equals("failed") || side.state().equals("not-set"));
    }
}
