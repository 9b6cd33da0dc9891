package org.obhut.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a case is about, in keys of the code lists.
 *
 * @param topics of the list {@code topic}; none is allowed
 * @param region of the list {@code region}, null where nobody has said
 * @param language tag of BCP 47 of the list {@code language}, or {@code und} where it is not known
 */
public record Description(List<String> topics, @Nullable String region, String language) {

    public Description topics(List<String> keys) {
        return new Description(keys, region, language);
    }

    public Description region(@Nullable String key) {
        return new Description(topics, key, language);
    }

    public Description language(String tag) {
        return new Description(topics, region, tag);
    }
}
