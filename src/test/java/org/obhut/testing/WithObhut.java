package org.obhut.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * For test classes that need a running Obhut: a parameter of type {@link RunningObhut} in a constructor or method is the
 * one of this run. All classes of a run share it, so a test uses addresses and words of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SharedObhut.class)
public @interface WithObhut {}
