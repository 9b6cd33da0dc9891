package org.obhut.console;

import jakarta.ws.rs.BadRequestException;
import java.time.DateTimeException;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.TicketChanged;

/** From a wish back to its ticket, whatever became of it: the page says which. */
final class BackToTicket {

    private BackToTicket() {}

    /** @param done ending of the text that says it was done; one for each field says what was wrong with it */
    static String after(UUID id, String folder, String done, Runnable wish) {
        return after(id, folder, done, wish, wrong -> "wrong-" + wrong.field());
    }

    /** @param wrong ending of the text that says what was wrong */
    static String after(UUID id, String folder, String done, Runnable wish, Function<InvalidInput, String> wrong) {
        return "redirect:" + Routes.ticket(id, DeskController.known(folder)) + "&done=" + outcome(done, wish, wrong);
    }

    private static String outcome(String done, Runnable wish, Function<InvalidInput, String> wrong) {
        try {
            wish.run();
            return done;
        } catch (TicketChanged e) {
            return "version";
        } catch (InvalidInput e) {
            return wrong.apply(e);
        } catch (DateTimeException e) {
            return "invalid";
        }
    }

    /** The value that a form names in lower case. @throws BadRequestException where no form of ours does */
    static <E extends Enum<E>> E named(Class<E> values, String name) {
        for (E value : values.getEnumConstants()) {
            if (value.name().toLowerCase(Locale.ROOT).equals(name)) {
                return value;
            }
        }
        throw new BadRequestException();
    }
}
