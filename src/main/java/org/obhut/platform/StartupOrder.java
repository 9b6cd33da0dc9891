package org.obhut.platform;

/**
 * In which order the observers of {@code @Initialized(ApplicationScoped.class)} run at start: each carries one of these
 * as its {@code @Priority}. One that fails ends the start.
 */
public final class StartupOrder {

    /** The settings are readable and the database has its schema. */
    public static final int DATABASE = 1000;

    /** The key store is open. */
    public static final int KEYS = 2000;

    /** What had been erased, and came back with a restored database, is erased again. */
    public static final int ERASED = 2500;

    /** Mailboxes, teams and, in demo mode, people exist. */
    public static final int PEOPLE = 3000;

    /** Mail comes in and goes out. */
    public static final int MAIL = 4000;

    private StartupOrder() {}
}
