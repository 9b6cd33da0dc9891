package org.obhut.console;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mvc.engine.ViewEngine;
import jakarta.mvc.engine.ViewEngineContext;
import jakarta.mvc.engine.ViewEngineException;
import java.io.IOException;
import java.util.HashMap;

/**
 * Renders {@code src/main/jte}; the MVC models are the template's parameters by name. Templates are compiled by the
 * build, which refuses inline event handlers.
 */
@ApplicationScoped
public class JteViewEngine implements ViewEngine {

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, getClass().getClassLoader(), "org.obhut.console.jte");

    /** For static text as bytes, which jte then need not encode at each request. */
    public JteViewEngine() {}

    @Override
    public boolean supports(String view) {
        return view.endsWith(".jte");
    }

    @Override
    public void processView(ViewEngineContext context) throws ViewEngineException {
        // The whole page is rendered before its first byte goes out: one that fails becomes an error page, not half a
        // page.
        var page = new Utf8ByteOutput();
        templates.render(context.getView(), new HashMap<>(context.getModels().asMap()), page);
        context.getResponseHeaders().putSingle("Content-Type", "text/html;charset=UTF-8");
        try {
            page.writeTo(context.getOutputStream());
        } catch (IOException e) {
            throw new ViewEngineException(e);
        }
    }
}
