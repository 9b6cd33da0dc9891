package org.obhut.console;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The templates of {@code src/main/jte}, compiled by the build, which refuses inline event handlers. */
@ApplicationScoped
public class Templates {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, getClass().getClassLoader(), "org.obhut.console.jte");

    /** The whole page, before its first byte goes out: one that fails becomes an error page, not half a page. */
    public Utf8ByteOutput render(String view, Map<String, Object> models) {
        var page = new Utf8ByteOutput();
        engine.render(view, models, page);
        return page;
    }
}
