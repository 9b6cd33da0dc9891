package org.obhut.console;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.obhut.ticket.Folder;
import org.obhut.ticket.TicketNumber;

/** Addresses of the console. They carry ids and folder names, never a word of a client. */
public final class Routes {

    public static final String SIGN_IN = "/sign-in";

    /** Where a device is set up by who can't sign in without one. */
    static final String DEVICE = "/sign-in/device";

    /** Said with a download in spite of what a scanner found. */
    static final String DESPITE_FOUND = "found";

    private Routes() {}

    public static String name(Folder folder) {
        return folder.name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Folder> folder(String name) {
        for (Folder folder : Folder.values()) {
            if (name(folder).equals(name)) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    public static String desk(Folder folder) {
        return "/desk/" + name(folder);
    }

    public static String ticket(UUID ticket, Folder folder) {
        return ticket(ticket.toString(), folder);
    }

    public static String ticket(String ticket, Folder folder) {
        return "/tickets/" + ticket + "?folder=" + name(folder);
    }

    /** What is posted to a ticket: {@code replies}, {@code notes}, {@code status} … */
    public static String post(UUID ticket, String what, Folder folder) {
        return "/tickets/" + ticket + "/" + what + "?folder=" + name(folder);
    }

    /** Other tickets that one may have to do with. */
    public static String related(UUID ticket, Folder folder) {
        return "/tickets/" + ticket + "/related?folder=" + name(folder);
    }

    /** Two tickets beside each other, before one goes into the other. */
    public static String merge(UUID ticket, UUID into, Folder folder) {
        return "/tickets/" + ticket + "/merge?folder=" + name(folder) + "&into=" + into;
    }

    public static String attachment(UUID ticket, UUID attachment) {
        return "/tickets/" + ticket + "/attachments/" + attachment;
    }

    /** A file in which a scanner found something, for a lead who has read what. */
    public static String attachmentDespite(UUID ticket, UUID attachment) {
        return attachment(ticket, attachment) + "?despite=" + DESPITE_FOUND;
    }

    /** A message as it was sent, with what was taken out of it. */
    public static String sent(UUID ticket, UUID message, Folder folder) {
        return "/tickets/" + ticket + "/messages/" + message + "/sent?folder=" + name(folder);
    }

    /** The document of its frame. */
    public static String sentFrame(UUID ticket, UUID message) {
        return "/tickets/" + ticket + "/messages/" + message + "/frame";
    }

    /** The page of the guide on what is done in a section of the console. */
    public static String help(String section) {
        return switch (section) {
            case "desk" -> "/help/answer";
            case "call" -> "/help/call";
            case "directory" -> "/help/directory";
            case "report" -> "/help/report";
            case "code-lists" -> "/help/code-lists";
            case "teams" -> "/help/team";
            case "profile" -> "/help/profile";
            case "mailboxes", "people", "periods", "epochs", "audit" -> "/help/administration";
            case "start" -> "/help/first-day";
            default -> "/help";
        };
    }

    /** The proof of an erasure. */
    static String erasure(long number) {
        return "/erasures/" + number;
    }

    /** A short name for a ticket that people can say to each other: random, as the id it is taken from. */
    public static String number(UUID ticket) {
        return TicketNumber.of(ticket);
    }

    public static String number(String ticket) {
        return ticket.substring(0, Math.min(TicketNumber.LENGTH, ticket.length()))
                .toUpperCase(Locale.ROOT);
    }

    /** A path of this console to go on to after sign-in, or the home page where it is anything else. */
    static String onward(String wanted) {
        return wanted.matches(
                        "/(desk|search|tickets|calls|mails|quarantine|admin|start|profile|teams|access|recovery|erasures)(/[A-Za-z0-9-]*)*(\\?folder=[a-z]+)?")
                ? wanted
                : "/";
    }
}
