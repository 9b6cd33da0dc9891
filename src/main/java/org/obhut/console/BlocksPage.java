package org.obhut.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obhut.platform.InvalidInput;
import org.obhut.textblock.PortalLink;
import org.obhut.textblock.TextBlock;

/**
 * Text blocks as they are kept: a person's own, or a team's with its links.
 *
 * @param path where the forms go
 * @param team the team's name, null for own blocks
 * @param changes whether the visitor may change them
 * @param links null for own blocks, which have none
 * @param typed what stands in the form for a block: a new one, one to be changed, or what was refused
 * @param typedLink what stands in the form for a link
 * @param wrong why that was refused, null where it was not
 */
public record BlocksPage(
        String path,
        @Nullable String team,
        boolean changes,
        List<TextBlock> blocks,
        @Nullable List<PortalLink> links,
        TextBlock typed,
        PortalLink typedLink,
        @Nullable InvalidInput wrong) {

    /** The languages in which blocks are usually written. */
    public static final List<String> LANGUAGES =
            List.of("de", "en", "ro", "bg", "es", "hu", "pl", "ru", "tr", "fr", "ar", "fa");

    static final java.util.UUID NONE = new java.util.UUID(0, 0);
    static final TextBlock NEW = new TextBlock(NONE, "", "de", "", "");
    static final PortalLink NEW_LINK = new PortalLink(NONE, "de", "", "");

    /** The block whose form is open is one that exists already. */
    public boolean changing() {
        return !typed.id().equals(NONE);
    }

    /** What is wrong with this field of the form for a block. */
    public @Nullable String wrongAt(String field) {
        return wrong != null && wrong.field().equals(field) ? wrong.reason() : null;
    }

    BlocksPage with(TextBlock block, @Nullable InvalidInput why) {
        return new BlocksPage(path, team, changes, blocks, links, block, typedLink, why);
    }

    BlocksPage with(PortalLink link, InvalidInput why) {
        return new BlocksPage(path, team, changes, blocks, links, typed, link, why);
    }
}
