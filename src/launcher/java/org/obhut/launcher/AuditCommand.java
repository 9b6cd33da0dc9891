package org.obhut.launcher;

import java.io.PrintStream;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.sql.Connection;
import java.util.Map;
import java.util.Optional;
import org.obhut.audit.AuditCheck;
import org.obhut.audit.Verdict;
import org.obhut.envelope.TrailAnchor;
import org.obhut.platform.Settings;

/** {@code deploy/audit}: reads the whole audit trail and says whether it is intact, while Obhut runs or not. Changes nothing. */
public final class AuditCommand {

    private AuditCommand() {}

    /** Ends with 0 where the trail is intact; else with 1. */
    public static void main(String[] arguments) {
        PrintStream terminal = Commands.terminal();
        Commands.run(terminal, "The audit trail was not checked.", () -> {
            if (arguments.length != 0) {
                throw new StartFailure("Usage: deploy/audit");
            }
            LaunchSettings launch = LaunchSettings.read(System.getenv(), System.getProperties());
            Verdict verdict = check(launch);
            terminal.println(sentence(verdict));
            if (verdict instanceof Verdict.Broken) {
                System.exit(1);
            }
        });
    }

    private static Verdict check(LaunchSettings launch) throws Exception {
        Settings settings = launch.settings();
        Optional<DatabaseAddress> external = Commands.external(launch);
        if (external.isPresent()) {
            return check(external.get(), settings);
        }
        if (Files.notExists(settings.dataFolder().resolve("database/complete"))) {
            throw new StartFailure("OBHUT_DATA: there is no database in " + settings.dataFolder());
        }
        Optional<DataFolder> alone = DataFolder.openUnlessInUse(settings.dataFolder(), settings.mode());
        if (alone.isEmpty()) {
            return check(DatabaseAddress.running(settings.dataFolder()), settings);
        }
        try (DataFolder data = alone.get();
                EmbeddedDatabase database = EmbeddedDatabase.start(data, Map.of())) {
            return check(DatabaseAddress.of(database), settings);
        }
    }

    private static Verdict check(DatabaseAddress address, Settings settings) throws Exception {
        var anchor = TrailAnchor.beside(settings.keyStore(), new SecureRandom());
        try (Connection connection = address.open("public")) {
            return new AuditCheck(anchor).of(connection);
        }
    }

    static String sentence(Verdict verdict) {
        if (verdict instanceof Verdict.Intact intact) {
            return "The audit trail is intact: " + intact.lines() + " lines";
        }
        var broken = (Verdict.Broken) verdict;
        return "THE AUDIT TRAIL IS BROKEN at line " + broken.position() + ": "
                + switch (broken.fault()) {
                    case ALTERED -> "it was altered";
                    case MISSING -> "something is missing before it or in its place";
                    case CUT_OFF -> "from here on the end is missing, of which the key store knows";
                    case EXCHANGED -> "it is not the line that the key store knows";
                    case UNKNOWN -> "the key store knows of no line up to here";
                };
    }
}
