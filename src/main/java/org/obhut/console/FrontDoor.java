package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Where a person without a session arrives. */
@Path("/")
@RequestScoped
@Controller
public class FrontDoor {

    @GET
    public String home() {
        return "redirect:/sign-in";
    }

    @GET
    @Path("sign-in")
    public String signIn() {
        return "sign-in.jte";
    }
}
