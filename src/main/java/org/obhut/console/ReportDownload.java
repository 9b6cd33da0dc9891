package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.export.CsvArchive;
import org.obhut.export.OdsWorkbook;
import org.obhut.export.ReportExports;
import org.obhut.export.ReportFile;
import org.obhut.export.ReportJson;
import org.obhut.export.TableCsv;
import org.obhut.export.TaggedPdf;
import org.obhut.export.XlsxWorkbook;
import org.obhut.platform.InvalidInput;
import org.obhut.report.Period;
import org.obhut.report.Report;
import org.obhut.report.ReportTable;
import org.obhut.report.Reports;

/**
 * A report as a file, written while it is downloaded and kept nowhere. By a form, since each is noted in the audit trail. No MVC
 * controller, since those answer pages only; so the form's token is looked at here.
 */
@Path("/reports/{period}/files")
@RequestScoped
public class ReportDownload {

    private final ReportExports exports;
    private final Templates templates;
    private final ChosenLanguage language;
    private final Visit visit;
    private final Frames frames;

    @Inject
    public ReportDownload(
            ReportExports exports, Templates templates, ChosenLanguage language, Visit visit, Frames frames) {
        this.exports = exports;
        this.templates = templates;
        this.language = language;
        this.visit = visit;
        this.frames = frames;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ReportDownload() {
        this(null, null, null, null, null);
    }

    /**
     * The fields {@code format} (of {@link ReportFile}, in small letters), {@code table} (the key of one, for its CSV alone) and
     * {@code version} (empty for what the page of the period shows). In the language of the page.
     *
     * @throws StaleForm where the form is not of this session
     * @throws InvalidInput where the format or the version is none
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response file(@PathParam("period") String period, MultivaluedMap<String, String> form) {
        Caller caller = visit.caller();
        Frame.FormToken token = frames.token();
        FilledForm.require(token, first(form, token.name()));
        if (!Reports.reads(caller)) {
            throw new Refused("reports");
        }
        String key = first(form, "table");
        ReportFile format = key.isEmpty() ? format(first(form, "format")) : ReportFile.CSV;
        Report report = exports.begin(
                        caller,
                        Period.parse(period).orElseThrow(NotFoundException::new),
                        version(first(form, "version")))
                .orElseThrow(NotFoundException::new);
        var document = new ReportDocument(report, new Texts(language.language()));
        if (key.isEmpty()) {
            return answer(written(format, document), format.type(), format.name(report));
        }
        ReportTable table = report.table(key).orElseThrow(NotFoundException::new);
        return answer(
                to -> TableCsv.write(table, document.language(), to),
                ReportFile.TABLE_TYPE,
                ReportFile.name(report, table));
    }

    private StreamingOutput written(ReportFile format, ReportDocument document) {
        Report report = document.report();
        return switch (format) {
            case PDF -> {
                String page = new String(
                        templates
                                .render("report/document.jte", Map.of("doc", document))
                                .toByteArray(),
                        StandardCharsets.UTF_8);
                yield to -> TaggedPdf.write(page, to);
            }
            case ODS -> to -> OdsWorkbook.write(report, document, to);
            case XLSX -> to -> XlsxWorkbook.write(report, document, to);
            case CSV -> to -> CsvArchive.write(report, document, to);
            case JSON -> to -> to.write(ReportJson.of(report).toString().getBytes(StandardCharsets.UTF_8));
        };
    }

    private static Response answer(StreamingOutput file, String type, String name) {
        return Response.ok(file, type)
                .header("Content-Disposition", "attachment; filename=\"" + name + '"')
                .build();
    }

    private static ReportFile format(String name) {
        return Arrays.stream(ReportFile.values())
                .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("format", "unknown"));
    }

    private static @Nullable Integer version(String text) {
        try {
            return text.isEmpty() ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new InvalidInput("version", "malformed");
        }
    }

    private static String first(MultivaluedMap<String, String> form, String field) {
        String value = form.getFirst(field);
        return value == null ? "" : value;
    }
}
