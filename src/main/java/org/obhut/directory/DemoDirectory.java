package org.obhut.directory;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.obhut.codelist.CodeLists;
import org.obhut.envelope.RandomId;
import org.obhut.platform.Settings;
import org.obhut.platform.StartupOrder;
import org.obhut.platform.WorkingHours;

/** Invented places for a demo whose directory is empty. Their telephone numbers are of those kept for films and books. */
@ApplicationScoped
public class DemoDirectory {

    private static final String FILE = "/org/obhut/directory/demo.csv";

    /** Days since the places were checked, in their order; one is out of date. */
    private static final int DAYS_BETWEEN_CHECKS = 24;

    private final OrganisationRows rows;
    private final CodeLists lists;
    private final Clock clock;
    private final SecureRandom random;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected DemoDirectory() {
        this(null, null, null, null);
    }

    @Inject
    DemoDirectory(OrganisationRows rows, CodeLists lists, Clock clock, SecureRandom random) {
        this.rows = rows;
        this.lists = lists;
        this.clock = clock;
        this.random = random;
    }

    @Transactional
    void start(
            @Observes @Priority(StartupOrder.PEOPLE) @Initialized(ApplicationScoped.class) Object start,
            Settings settings) {
        if (settings.demo() && rows.all().isEmpty()) {
            fill();
        }
    }

    private void fill() {
        LocalDate checked = LocalDate.ofInstant(clock.instant(), WorkingHours.ZONE);
        OrganisationReader reader = new OrganisationReader(lists, checked);
        for (DirectoryFile.Row row : DirectoryFile.read(file())) {
            Map<Field, String> fields = row.fields();
            fields.put(Field.CHECKED_ON, checked.toString());
            rows.add(RandomId.next(random), reader.read(fields).organisation().orElseThrow());
            checked = checked.minusDays(DAYS_BETWEEN_CHECKS);
        }
    }

    private static byte[] file() {
        try (InputStream file = DemoDirectory.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("missing " + FILE);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
