package org.obhut.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The description of this interface (OpenAPI 3.1), kept by hand; a test holds it to the resources. */
@Path("openapi.json")
@RequestScoped
public class OpenApiResource {

    @GET
    @WithoutSession
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] description() throws IOException {
        return file();
    }

    static byte[] file() throws IOException {
        try (InputStream file = OpenApiResource.class.getResourceAsStream("openapi.json")) {
            return Objects.requireNonNull(file).readAllBytes();
        }
    }
}
