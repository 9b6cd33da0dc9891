package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.Folder;
import org.obhut.ticket.Listing;
import org.obhut.ticket.SavedView;
import org.obhut.ticket.SavedViews;

/** A person's own lists: named, changed, put in order, removed. The address has the view's id, never its name. */
@Path("/desk/views")
@Controller
@RequestScoped
public class ViewsController {

    private final SavedViews views;
    private final DeskPages pages;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public ViewsController(SavedViews views, DeskPages pages, Visit visit, Frames frames, Models models) {
        this.views = views;
        this.pages = pages;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ViewsController() {
        this(null, null, null, null, null);
    }

    @GET
    @Path("{id}")
    public String open(@PathParam("id") UUID id) {
        return "redirect:" + address(found(counsellor(), id));
    }

    @POST
    public String add(MultivaluedMap<String, String> form) {
        Caller caller = counsellor();
        Listing listing = listing(form);
        try {
            UUID id = views.add(caller, name(form), listing);
            return "redirect:" + DeskPlace.of(listing).of(id).href() + "&done=view-saved";
        } catch (InvalidInput e) {
            return wrong(caller, DeskPlace.of(listing), e);
        }
    }

    @POST
    @Path("{id}")
    public String change(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        Caller caller = counsellor();
        found(caller, id);
        Listing listing = listing(form);
        try {
            views.change(caller, id, name(form), listing);
            return "redirect:" + DeskPlace.of(listing).of(id).href() + "&done=view-saved";
        } catch (InvalidInput e) {
            return wrong(caller, DeskPlace.of(listing).of(id), e);
        }
    }

    @POST
    @Path("{id}/move")
    public String move(@PathParam("id") UUID id, @FormParam("up") boolean up) {
        Caller caller = counsellor();
        SavedView view = found(caller, id);
        views.move(caller, id, up);
        return "redirect:" + address(view);
    }

    @POST
    @Path("{id}/remove")
    public String remove(@PathParam("id") UUID id) {
        Caller caller = counsellor();
        SavedView view = found(caller, id);
        views.remove(caller, id);
        return "redirect:" + Routes.desk(view.listing().folder()) + "?done=view-removed";
    }

    /** The list is shown again, with what was wrong with the name. */
    private String wrong(Caller caller, DeskPlace place, InvalidInput wrong) {
        DeskPage page = pages.page(caller, place);
        models.put("page", page.with(page.head().wrong(wrong.reason())));
        models.put("frame", frames.frame(place.href(), null));
        return "desk.jte";
    }

    private Caller counsellor() {
        Caller caller = visit.caller();
        if (!caller.counsellor()) {
            throw new Refused("member of a team");
        }
        return caller;
    }

    private SavedView found(Caller caller, UUID id) {
        return views.find(caller, id).orElseThrow(NotFoundException::new);
    }

    private static String address(SavedView view) {
        return DeskPlace.of(view.listing()).of(view.id()).href();
    }

    private static String name(MultivaluedMap<String, String> fields) {
        String name = fields.getFirst("name");
        return name == null ? "" : name;
    }

    private static Listing listing(MultivaluedMap<String, String> fields) {
        String named = fields.getFirst("folder");
        Folder folder = DeskController.known(named == null ? "" : named);
        return DeskPlaces.listing(folder, fields::getFirst);
    }
}
