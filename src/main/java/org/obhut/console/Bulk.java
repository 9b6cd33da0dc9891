package org.obhut.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.Desk;
import org.obhut.ticket.Status;
import org.obhut.ticket.TicketChanged;
import org.obhut.ticket.TicketNotFound;

/**
 * The same wish for several tickets: each is asked of the desk by itself, with its own rights, version and transaction, so that one
 * that can't be keeps no other from it.
 */
@ApplicationScoped
public class Bulk {

    /** Id, the version that was on the page, and where the ticket stood. */
    private static final Pattern CHOSEN = Pattern.compile("([0-9a-f-]{36})\\.(\\d{1,18})\\.(open|waiting|closed|spam)");

    /** More than a page holds. */
    private static final int MOST = 200;

    private final Desk desk;

    @Inject
    public Bulk(Desk desk) {
        this.desk = desk;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected Bulk() {
        this(null);
    }

    private record Chosen(UUID ticket, long version, String stood) {

        static Optional<Chosen> of(String text) {
            Matcher parts = CHOSEN.matcher(text);
            return parts.matches()
                    ? Optional.of(
                            new Chosen(UUID.fromString(parts.group(1)), Long.parseLong(parts.group(2)), parts.group(3)))
                    : Optional.empty();
        }
    }

    /**
     * Does what a form asks for.
     *
     * @param act {@code take}, {@code assign}, {@code open}, {@code waiting}, {@code closed}, {@code spam}, {@code follow-up}, or
     *     {@code undo} for each back to where it stood
     * @param value whom, or which day; blank for nobody and none
     */
    BulkResult run(Caller caller, String act, String value, List<String> tickets) {
        List<BulkResult.Left> left = new ArrayList<>();
        List<String> undo = new ArrayList<>();
        int done = 0;
        for (Chosen chosen : tickets.stream()
                .distinct()
                .limit(MOST)
                .flatMap(text -> Chosen.of(text).stream())
                .toList()) {
            @Nullable String reason = null;
            try {
                long version = one(caller, act, value, chosen);
                done++;
                if (List.of("open", "waiting", "closed", "spam").contains(act)) {
                    undo.add(chosen.ticket() + "." + version + "." + chosen.stood());
                }
            } catch (TicketChanged e) {
                reason = "version";
            } catch (TicketNotFound e) {
                reason = "gone";
            } catch (Refused e) {
                reason = "refused";
            } catch (InvalidInput e) {
                reason = e.field().equals("followUp") ? "past" : e.field().equals("assignee") ? "assignee" : "invalid";
            } catch (DateTimeException e) {
                reason = "day";
            }
            if (reason != null) {
                left.add(new BulkResult.Left(chosen.ticket(), reason));
            }
        }
        return new BulkResult(act, done, List.copyOf(left), List.copyOf(undo));
    }

    private long one(Caller caller, String act, String value, Chosen chosen) {
        UUID id = chosen.ticket();
        long version = chosen.version();
        return switch (act) {
            case "take" -> desk.assign(caller, id, Optional.of(caller.name()), version);
            case "assign" -> desk.assign(caller, id, nonBlank(value), version);
            case "follow-up" -> desk.followUp(caller, id, nonBlank(value).map(LocalDate::parse), version);
            case "open", "waiting", "closed" -> {
                refuseSpam(chosen);
                yield desk.status(caller, id, Status.valueOf(act.toUpperCase(Locale.ROOT)), version);
            }
            case "spam" -> desk.spam(caller, id, true, version);
            case "no-spam" -> desk.spam(caller, id, false, version);
            case "undo" -> back(caller, chosen);
            default -> throw new InvalidInput("act", "unknown-value");
        };
    }

    private long back(Caller caller, Chosen chosen) {
        UUID id = chosen.ticket();
        if (chosen.stood().equals("spam")) {
            return desk.spam(caller, id, true, chosen.version());
        }
        // Out of the spam with what was due then; elsewhere nothing happens.
        long version = desk.spam(caller, id, false, chosen.version());
        return version == chosen.version()
                ? desk.status(caller, id, Status.valueOf(chosen.stood().toUpperCase(Locale.ROOT)), version)
                : version;
    }

    private static void refuseSpam(Chosen chosen) {
        if (chosen.stood().equals("spam")) {
            throw new InvalidInput("status", "spam");
        }
    }

    private static Optional<String> nonBlank(String value) {
        return value.isBlank() ? Optional.empty() : Optional.of(value.strip());
    }
}
