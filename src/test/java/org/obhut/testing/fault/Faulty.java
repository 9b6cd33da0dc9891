package org.obhut.testing.fault;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Its methods fail while the fault is on. */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Faulty {

    /** The annotation itself, for the extension that adds it. */
    final class Literal extends AnnotationLiteral<Faulty> implements Faulty {

        private static final long serialVersionUID = 1;
    }
}
