package org.obhut.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a resource method that also answers a telephone system's key. Every other method knows no such key. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface ForTelephones {}
