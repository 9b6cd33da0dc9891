package org.obhut.testing.fault;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.ws.rs.Path;

/** Makes every resource and controller {@link Faulty}. */
public class FaultExtension implements Extension {

    <T> void make(@Observes @WithAnnotations(Path.class) ProcessAnnotatedType<T> type) {
        Class<T> handler = type.getAnnotatedType().getJavaClass();
        if (handler.getName().startsWith("org.obhut.") && handler.isAnnotationPresent(Path.class)) {
            type.configureAnnotatedType().add(new Faulty.Literal());
        }
    }
}
