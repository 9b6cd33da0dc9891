package org.obhut.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.Locale;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.export.ReportJson;
import org.obhut.export.TableCsv;
import org.obhut.platform.InvalidInput;
import org.obhut.report.Label;
import org.obhut.report.Period;
import org.obhut.report.Report;
import org.obhut.report.ReportTable;
import org.obhut.report.Reports;

/** The published tables, as the console shows them: released ones, and drafts to those who make reports. */
@Path("reports")
@RequestScoped
public class ReportsResource {

    private static final MediaType CSV = new MediaType("text", "csv", "UTF-8");

    private final Reports reports;
    private final Bearer bearer;

    @Inject
    ReportsResource(Reports reports, Bearer bearer) {
        this.reports = reports;
        this.bearer = bearer;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected ReportsResource() {
        this(null, null);
    }

    /** Which tables there are, and of which periods the caller can read them. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public JsonObject catalogue() {
        JsonArrayBuilder periods = Json.createArrayBuilder();
        reports.list(bearer.session().caller())
                .forEach(line -> periods.add(Json.createObjectBuilder()
                        .add("period", line.period().toString())
                        .add("from", line.period().from().toString())
                        .add("to", line.period().to().toString())
                        .add("state", line.state().name().toLowerCase(Locale.ROOT))));
        JsonArrayBuilder tables = Json.createArrayBuilder();
        Reports.catalogue()
                .forEach((key, caption) ->
                        tables.add(Json.createObjectBuilder().add("key", key).add("caption", label(caption))));
        return Json.createObjectBuilder()
                .add("tables", tables)
                .add("periods", periods)
                .build();
    }

    private static JsonObject label(Label label) {
        return Json.createObjectBuilder()
                .add("de", label.german())
                .add("en", label.english())
                .build();
    }

    /** One table, as JSON with labels in both languages, or as CSV in one. */
    @GET
    @Path("{table}")
    @Produces({MediaType.APPLICATION_JSON, "text/csv;charset=UTF-8"})
    public Response table(
            @PathParam("table") String key,
            @QueryParam("period") @DefaultValue("") String period,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue("de") String languages,
            @Context Request request) {
        Caller caller = bearer.session().caller();
        if (!Reports.reads(caller)) {
            throw new Refused("reports");
        }
        Period asked = Period.parse(period).orElseThrow(() -> new InvalidInput("period", "unknown-value"));
        Report report = reports.find(caller, asked).orElseThrow(NotFoundException::new);
        ReportTable table = report.table(key).orElseThrow(NotFoundException::new);
        Variant chosen = request.selectVariant(
                Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, CSV).build());
        if (chosen == null) {
            throw new NotAcceptableException();
        }
        if (chosen.getMediaType().getSubtype().equals("json")) {
            JsonObject json = Json.createObjectBuilder(ReportJson.of(table))
                    .add("period", asked.toString())
                    .add("state", report.state().name().toLowerCase(Locale.ROOT))
                    .add("version", report.version())
                    .add("asOf", report.asOf().toString())
                    .build();
            return Response.ok(json, MediaType.APPLICATION_JSON_TYPE).build();
        }
        String language = english(languages) ? "en" : "de";
        StreamingOutput bytes = out -> TableCsv.write(table, language, out);
        return Response.ok(bytes, CSV)
                .language(language)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + asked + '-' + table.key() + ".csv\"")
                .build();
    }

    /** Whether English is preferred to German; what is neither does not count. */
    private static boolean english(String languages) {
        try {
            return "en".equals(Locale.lookupTag(Locale.LanguageRange.parse(languages), List.of("de", "en")));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
