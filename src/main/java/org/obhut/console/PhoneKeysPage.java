package org.obhut.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obhut.call.PhoneKeys;

/**
 * The keys of telephone systems.
 *
 * @param name as it was typed and refused, else empty
 * @param issued the key that was made just now, null where none was
 * @param wrong why the name was refused, null where it was not
 * @param address where calls are logged
 */
public record PhoneKeysPage(
        List<PhoneKeys.Listed> keys,
        String name,
        @Nullable String issued,
        @Nullable String wrong,
        String address) {}
