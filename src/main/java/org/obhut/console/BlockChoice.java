package org.obhut.console;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.obhut.textblock.PortalLink;
import org.obhut.textblock.TextBlock;
import org.obhut.ticket.Address;
import org.obhut.ticket.Folder;
import org.obhut.ticket.Placeholders;
import org.obhut.ticket.TicketView;

/**
 * What can be inserted into a reply, with what is known of the ticket in place.
 *
 * @param language the client's
 */
public record BlockChoice(UUID ticket, Folder folder, String language, List<Choice> choices) {

    /** One block or link. {@code text} is what is inserted. */
    public record Choice(UUID id, String prefix, String language, String title, String text, boolean link) {

        /** The beginning of its text. */
        public String beginning() {
            String line =
                    text.lines().filter(each -> !each.isBlank()).findFirst().orElse("");
            return line.length() > 70 ? line.substring(0, 69) + "…" : line;
        }
    }

    static BlockChoice of(TicketView ticket, Folder folder, List<TextBlock> blocks, List<PortalLink> links) {
        Map<String, String> known = known(ticket);
        var choices = new ArrayList<Choice>();
        blocks.forEach(block -> choices.add(new Choice(
                block.id(),
                block.prefix(),
                block.language(),
                block.title(),
                Placeholders.filled(block.text(), known),
                false)));
        links.forEach(link -> choices.add(
                new Choice(link.id(), "link", link.language(), link.title(), link.title() + ": " + link.url(), true)));
        return new BlockChoice(ticket.row().id(), folder, ticket.row().language(), List.copyOf(choices));
    }

    /** Nothing of a person of ours: who is written to learns the mailbox's name and no other. */
    private static Map<String, String> known(TicketView ticket) {
        Map<String, String> known = new HashMap<>();
        Address client = ticket.client();
        if (client != null && client.name() != null) {
            known.put("client", client.name());
        }
        var terms = ticket.terms();
        if (terms != null && terms.name() != null) {
            known.put("service", terms.name());
        }
        return known;
    }
}
