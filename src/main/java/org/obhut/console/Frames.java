package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.MvcContext;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.obhut.codelist.CodeLists;
import org.obhut.platform.Settings;

/** Makes the frame of the page that this request shows. */
@RequestScoped
public class Frames {

    private final HttpServletRequest request;
    private final Visit visit;
    private final ChosenLanguage language;
    private final AssetVersion assets;
    private final CodeLists lists;
    private final MvcContext mvc;
    private final Settings settings;
    private final Clock clock;
    private final SecureRandom random;

    @Inject
    public Frames(
            HttpServletRequest request,
            Visit visit,
            ChosenLanguage language,
            AssetVersion assets,
            CodeLists lists,
            MvcContext mvc,
            Settings settings,
            Clock clock,
            SecureRandom random) {
        this.request = request;
        this.visit = visit;
        this.language = language;
        this.assets = assets;
        this.lists = lists;
        this.mvc = mvc;
        this.settings = settings;
        this.clock = clock;
        this.random = random;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected Frames() {
        this(null, null, null, null, null, null, null, null, null);
    }

    /** The frame of a page at the request's own address. */
    public Frame frame(@Nullable String done) {
        String query = request.getQueryString();
        return frame(request.getRequestURI() + (query == null ? "" : "?" + query), done);
    }

    /**
     * @param here the address under which the page can be asked for again
     * @param done what was just done, as a key; ignored where there is no text for it
     */
    public Frame frame(String here, @Nullable String done) {
        var texts = new Texts(language.language());
        return new Frame(
                texts,
                new Moments(texts, clock),
                lists,
                assets.value(),
                token(),
                visit.session().map(session -> Visitor.of(session, clock)).orElse(null),
                without(here),
                settings.demo(),
                done != null && (texts.has("done." + done) || texts.has(Frame.REFUSED + done)) ? done : null,
                onceKey());
    }

    Frame.FormToken token() {
        return new Frame.FormToken(mvc.getCsrf().getName(), mvc.getCsrf().getToken());
    }

    private String onceKey() {
        byte[] key = new byte[16];
        random.nextBytes(key);
        return HexFormat.of().formatHex(key);
    }

    /** The address without what belongs to this one answer. */
    private static String without(String here) {
        return here.replaceAll("(?<=[?&])(lang|done)=[^&]*(&|$)", "").replaceAll("[?&]$", "");
    }
}
