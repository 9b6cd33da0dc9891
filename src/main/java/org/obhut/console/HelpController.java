package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.obhut.help.HelpPages;
import org.obhut.help.HelpTopic;

/** The guide. Open to everybody, as who can't sign in needs it most; it knows of no ticket and of no team. */
@Path("/help")
@Controller
@RequestScoped
public class HelpController {

    private final HelpPages help;
    private final Visit visit;
    private final Frames frames;
    private final Models models;

    @Inject
    public HelpController(HelpPages help, Visit visit, Frames frames, Models models) {
        this.help = help;
        this.visit = visit;
        this.frames = frames;
        this.models = models;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected HelpController() {
        this(null, null, null, null);
    }

    @GET
    public String contents() {
        Frame frame = frame();
        models.put("pages", help);
        models.put("frame", frame);
        return "help.jte";
    }

    @GET
    @Path("{topic}")
    public String page(@PathParam("topic") String topic) {
        Frame frame = frame();
        HelpTopic known = HelpTopic.of(topic).orElseThrow(NotFoundException::new);
        models.put("pages", help);
        models.put("page", help.page(known, frame.language().tag()));
        models.put("frame", frame);
        return "help-topic.jte";
    }

    private Frame frame() {
        visit.look();
        return frames.frame(null);
    }
}
