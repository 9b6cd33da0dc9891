package org.obhut.console;

import java.util.List;

/** What somebody without a desk finds. {@code roles} are endings of the texts' keys. */
public record StartPage(List<String> roles) {}
