package org.obhut.api;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Sessions;
import org.obhut.call.PhoneKeys;

/**
 * Lets a request in by its bearer token, before its body is read. Nothing else is looked at, a cookie least of all: what
 * a browser sends along by itself must not act here.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class AuthenticatedCaller implements ContainerRequestFilter {

    private static final Pattern BEARER =
            Pattern.compile("bearer +([A-Za-z0-9._~+/-]{1,512}=*)", Pattern.CASE_INSENSITIVE);

    private final Sessions sessions;
    private final PhoneKeys telephones;
    private final Bearer bearer;

    @Context
    private @Nullable ResourceInfo resource;

    @Inject
    AuthenticatedCaller(Sessions sessions, PhoneKeys telephones, Bearer bearer) {
        this.sessions = sessions;
        this.telephones = telephones;
        this.bearer = bearer;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected AuthenticatedCaller() {
        this(null, null, null);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (is(WithoutSession.class)) {
            return;
        }
        Optional<String> token = token(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        Optional<UUID> telephone = is(ForTelephones.class)
                ? token.filter(text -> text.startsWith(PhoneKeys.PREFIX)).flatMap(telephones::admit)
                : Optional.empty();
        if (telephone.isPresent()) {
            bearer.isTelephone(telephone.get());
        } else {
            bearer.is(token.flatMap(sessions::use).orElseThrow(NotSignedIn::new));
        }
    }

    private boolean is(Class<? extends Annotation> kind) {
        return resource != null && resource.getResourceMethod().isAnnotationPresent(kind);
    }

    static Optional<String> token(@Nullable String authorization) {
        Matcher bearer = BEARER.matcher(authorization == null ? "" : authorization);
        return bearer.matches() ? Optional.of(bearer.group(1)) : Optional.empty();
    }
}
