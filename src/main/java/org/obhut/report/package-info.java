/**
 * What is published of facts: a fixed catalogue of tables by quarter, half-year and year, in numbers from which nobody can be found.
 * {@link Report} and what it is made of know no database, no web and no true count.
 */
@NullMarked
package org.obhut.report;

import org.jspecify.annotations.NullMarked;
