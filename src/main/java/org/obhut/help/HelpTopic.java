package org.obhut.help;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the guide has a page on, in the order in which its first page names them. */
public enum HelpTopic {
    FIRST_DAY(Part.COUNSELLING),
    LISTS(Part.COUNSELLING),
    ANSWER(Part.COUNSELLING),
    TEXT_BLOCKS(Part.COUNSELLING),
    APPROVAL(Part.COUNSELLING),
    URGENT(Part.COUNSELLING),
    ASSIGN(Part.COUNSELLING),
    RELATED(Part.COUNSELLING),
    DIRECTORY(Part.COUNSELLING),
    FORWARD(Part.COUNSELLING),
    CALL(Part.COUNSELLING),
    SEARCH(Part.COUNSELLING),
    STRANGE_MAIL(Part.COUNSELLING),
    ERASURE(Part.COUNSELLING),
    PROFILE(Part.COUNSELLING),
    TEAM(Part.LEADING),
    REPORT(Part.LEADING),
    CODE_LISTS(Part.LEADING),
    RECOVERY(Part.LEADING),
    ADMINISTRATION(Part.RUNNING),
    PROTECTION(Part.ABOUT),
    EASY_LANGUAGE(Part.ABOUT),
    ACCESSIBILITY(Part.ABOUT);

    /** Whose task it is. */
    public enum Part {
        COUNSELLING,
        LEADING,
        RUNNING,
        ABOUT
    }

    private final Part part;

    HelpTopic(Part part) {
        this.part = part;
    }

    public Part part() {
        return part;
    }

    /** The last part of its page's address and the name of its file: {@code safe-contact}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<HelpTopic> of(String slug) {
        return Arrays.stream(values())
                .filter(topic -> topic.slug().equals(slug))
                .findFirst();
    }
}
