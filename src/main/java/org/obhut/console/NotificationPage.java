package org.obhut.console;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.obhut.notification.Choice;
import org.obhut.notification.Notifications;
import org.obhut.notification.Pace;
import org.obhut.platform.InvalidInput;

/**
 * Being told by mail that something waits.
 *
 * @param choice as stored, or as typed where it was refused
 * @param wrong what was refused, null where nothing was
 */
public record NotificationPage(
        Notifications.Setting setting,
        Choice choice,
        @Nullable InvalidInput wrong) {

    /** The paces, in their order. */
    public List<Pace> paces() {
        return List.of(Pace.values());
    }

    public List<Integer> hours() {
        return IntStream.range(0, 24).boxed().toList();
    }

    public boolean isWrong(String field) {
        return wrong != null && wrong.field().equals(field);
    }

    /** Why, as an ending of the texts' keys. */
    public String reason() {
        return wrong == null ? "" : wrong.reason();
    }
}
