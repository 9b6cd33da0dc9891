package org.obhut.console;

import org.jspecify.annotations.Nullable;

/** Name, passphrase and a device to set up. @param wrong {@code insecure}, {@code refused} or {@code code}; null where nothing is */
public record DevicePage(DevicePart device, @Nullable String wrong) {}
