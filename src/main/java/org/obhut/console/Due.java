package org.obhut.console;

/**
 * What is left of a deadline, as an icon, a colour and words.
 *
 * @param level ending of the CSS class: {@code ok}, {@code soon}, {@code late} or {@code none}
 * @param icon name in the icon sprite
 */
public record Due(String level, String icon, String text) {

    static Due ok(String text) {
        return new Due("ok", "circle-check", text);
    }

    static Due soon(String text) {
        return new Due("soon", "clock", text);
    }

    static Due late(String text) {
        return new Due("late", "octagon-alert", text);
    }

    static Due none(String text) {
        return new Due("none", "minus", text);
    }
}
