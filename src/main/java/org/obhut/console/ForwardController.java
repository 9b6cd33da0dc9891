package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.Consent;
import org.obhut.ticket.Desk;
import org.obhut.ticket.Folder;
import org.obhut.ticket.NewForward;
import org.obhut.ticket.TicketChanged;
import org.obhut.ticket.Writing;
import org.obhut.ticket.WritingDesk;

/** Handing a case on to a counselling centre: the words are shown, and can be changed, before they go out. */
@Path("/tickets/{id}")
@Controller
@RequestScoped
public class ForwardController {

    private final Desk desk;
    private final WritingDesk writing;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public ForwardController(Desk desk, WritingDesk writing, Visit visit, Frames frames, Models models) {
        this.desk = desk;
        this.writing = writing;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ForwardController() {
        this(null, null, null, null, null);
    }

    /** Ids stand in the address, never a word. */
    @GET
    @Path("forward")
    public String form(
            @PathParam("id") UUID id,
            @QueryParam("folder") @DefaultValue("team") String folder,
            @QueryParam("m") List<UUID> messages,
            @QueryParam("address") @Nullable String address,
            @QueryParam("words") @Nullable String words) {
        Caller caller = visit.caller();
        boolean show = words != null;
        boolean withAddress = address != null;
        String language = frames.frame(null).language().tag();
        String text = show ? "\n\n" + writing.forwardText(caller, id, messages, language, withAddress) : "";
        String subject = frames.frame(null).t("forward.subject.usual");
        show(caller, id, folder, new Typed(Set.copyOf(messages), withAddress, show, "", subject, text), null);
        return "forward.jte";
    }

    @POST
    @Path("forwards")
    public Response forward(
            @PathParam("id") UUID id,
            @QueryParam("folder") @DefaultValue("team") String folder,
            @FormParam("m") List<UUID> messages,
            @FormParam("file") List<UUID> files,
            @FormParam("to") @DefaultValue("") String to,
            @FormParam("subject") @DefaultValue("") String subject,
            @FormParam("text") @DefaultValue("") String text,
            @FormParam("agreed") @Nullable String agreed,
            @FormParam("how") @DefaultValue("") String how,
            @FormParam("on") @DefaultValue("") String on,
            @FormParam("note") @DefaultValue("") String note,
            @FormParam("version") long version,
            @FormParam("key") @Nullable String key) {
        Caller caller = visit.caller();
        try {
            Consent consent = consent(agreed, how, on, note);
            var words = new Writing(subject, text, false, false, List.of());
            String language = frames.frame(null).language().tag();
            writing.forward(
                    caller, id, new NewForward(to, language, words, List.of(), files, false, consent, version, key));
            return Response.seeOther(URI.create(Routes.ticket(id, DeskController.known(folder)) + "&done=forwarded"))
                    .build();
        } catch (TicketChanged e) {
            return refused(caller, id, folder, messages, to, subject, text, 409, new InvalidInput("text", "changed"));
        } catch (InvalidInput e) {
            return refused(caller, id, folder, messages, to, subject, text, 422, e);
        }
    }

    private Response refused(
            Caller caller,
            UUID id,
            String folder,
            List<UUID> messages,
            String to,
            String subject,
            String text,
            int status,
            InvalidInput wrong) {
        show(caller, id, folder, new Typed(Set.copyOf(messages), false, true, to, subject, text), wrong);
        return Response.status(status).entity("forward.jte").build();
    }

    private static Consent consent(@Nullable String agreed, String how, String on, String note) {
        if (agreed == null) {
            throw new InvalidInput("agreed", "consent");
        }
        try {
            var said = Consent.How.valueOf(how.toUpperCase(Locale.ROOT).replace('-', '_'));
            return new Consent(said, LocalDate.parse(on), note);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("how", "required");
        } catch (DateTimeException e) {
            throw new InvalidInput("consent.on", "no-day");
        }
    }

    private record Typed(Set<UUID> chosen, boolean address, boolean writing, String to, String subject, String text) {}

    private void show(Caller caller, UUID id, String folder, Typed typed, @Nullable InvalidInput wrong) {
        Folder from = DeskController.known(folder);
        Frame frame = frames.frame(Routes.ticket(id, from), null);
        models.put(
                "page",
                new ForwardPage(
                        desk.open(caller, id),
                        from,
                        typed.chosen(),
                        typed.address(),
                        typed.writing(),
                        typed.to(),
                        typed.subject(),
                        typed.text(),
                        LocalDate.ofInstant(frame.moments().now(), java.time.ZoneId.of("Europe/Berlin"))
                                .toString(),
                        wrong == null ? null : wrong.field(),
                        wrong == null ? null : wrong.reason()));
        models.put("frame", frame);
    }
}
