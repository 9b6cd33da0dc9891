package org.obhut.help;

/**
 * A page of the guide in one language.
 *
 * @param title its first heading, as plain text
 * @param html what stands below that heading: our own words, rendered
 */
public record HelpPage(HelpTopic topic, String title, String html) {}
