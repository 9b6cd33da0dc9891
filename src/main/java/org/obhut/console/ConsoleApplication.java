package org.obhut.console;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/**
 * The console's pages, at the root.
 *
 * <p>Controllers are listed here by hand: left to scanning, the console and the API would each take the other's classes.
 * {@code /api/v1}, {@code /assets} and {@code /health} have longer mappings of their own and never reach this
 * application.
 */
@ApplicationPath("/")
public class ConsoleApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(FrontDoor.class);
    }
}
