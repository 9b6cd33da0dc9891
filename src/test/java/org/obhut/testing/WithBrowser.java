package org.obhut.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * For test classes that use the console in a browser: parameters of type {@link RunningObhut} and {@link ConsoleBrowser}
 * are those of this run. Without Chromium the class is skipped, or fails where {@code -Dobhut.browser.required=true}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({NeedsChromium.class, SharedObhut.class, SharedBrowser.class})
public @interface WithBrowser {}
