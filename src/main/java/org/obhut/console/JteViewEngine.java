package org.obhut.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mvc.engine.ViewEngine;
import jakarta.mvc.engine.ViewEngineContext;
import jakarta.mvc.engine.ViewEngineException;
import java.io.IOException;
import java.util.HashMap;

/** Shows templates as MVC views; the MVC models are the template's parameters by name. */
@ApplicationScoped
public class JteViewEngine implements ViewEngine {

    private final Templates templates;

    @Inject
    public JteViewEngine(Templates templates) {
        this.templates = templates;
    }

    /** For the container's proxy. */
    protected JteViewEngine() {
        this(new Templates());
    }

    @Override
    public boolean supports(String view) {
        return view.endsWith(".jte");
    }

    @Override
    public void processView(ViewEngineContext context) throws ViewEngineException {
        var page = templates.render(
                context.getView(), new HashMap<>(context.getModels().asMap()));
        context.getResponseHeaders().putSingle("Content-Type", "text/html;charset=UTF-8");
        try {
            page.writeTo(context.getOutputStream());
        } catch (IOException e) {
            throw new ViewEngineException(e);
        }
    }
}
