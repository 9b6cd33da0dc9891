package org.obhut.console;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.textblock.TextBlock;

/** What the forms for own and for teams' blocks have in common. */
final class BlockForms {

    private BlockForms() {}

    static TextBlock typed(String id, String prefix, String language, String title, String text) {
        try {
            return new TextBlock(id.isEmpty() ? BlocksPage.NONE : UUID.fromString(id), prefix, language, title, text);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException();
        }
    }

    static @Nullable UUID idOrNull(TextBlock typed) {
        return typed.id().equals(BlocksPage.NONE) ? null : typed.id();
    }

    /** The block that is to be changed, or an empty one. */
    static TextBlock chosen(List<TextBlock> blocks, @Nullable UUID id) {
        return blocks.stream()
                .filter(block -> block.id().equals(id))
                .findFirst()
                .orElse(BlocksPage.NEW);
    }

    static Response back(String path, String done) {
        return Response.seeOther(URI.create(path + "?done=" + done)).build();
    }
}
