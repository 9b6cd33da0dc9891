package org.obhut.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Somebody who knows all that is published and how it was rounded, and looks for the least and the greatest value that each true count
 * can have, by linear programming. A statement says that a sum of true counts lies within bounds. What is found is at least as wide as
 * what whole numbers allow; where the statements are those of sums within tables that share totals, they are a network's, the programs
 * have whole solutions, and both are the same.
 */
final class LinearAttack {

    /** What is known of a sum of counts, each taken so many times. */
    record Statement(Map<String, Double> sum, double least, double most) {}

    record Interval(long least, long most) {
        long width() {
            return most - least;
        }
    }

    private final List<Statement> statements = new ArrayList<>();

    void know(Map<String, Double> sum, double least, double most) {
        statements.add(new Statement(new TreeMap<>(sum), least, most));
    }

    /** That two sums are the same. */
    void same(Map<String, Double> one, Map<String, Double> other) {
        know(minus(one, other), 0, 0);
    }

    /** That one sum is not greater than another. */
    void atMost(Map<String, Double> one, Map<String, Double> other) {
        know(minus(one, other), Double.NEGATIVE_INFINITY, 0);
    }

    private static Map<String, Double> minus(Map<String, Double> one, Map<String, Double> other) {
        Map<String, Double> difference = new HashMap<>(one);
        other.forEach((name, times) -> difference.merge(name, -times, Double::sum));
        return difference;
    }

    /** The narrowest interval that the statements leave to a sum of counts. @throws IllegalStateException where they contradict each other */
    Interval bounds(Map<String, Double> sum) {
        List<Statement> linked = linked(sum.keySet());
        return new Interval(
                (long) Math.ceil(solve(linked, sum, false) - 1e-6), (long) Math.floor(solve(linked, sum, true) + 1e-6));
    }

    /** The statements that say something of these counts, directly or by way of others. */
    private List<Statement> linked(Set<String> names) {
        Set<String> reached = new HashSet<>(names);
        List<Statement> linked = new ArrayList<>();
        List<Statement> rest = new ArrayList<>(statements);
        boolean more = true;
        while (more) {
            more = false;
            for (var each = rest.iterator(); each.hasNext(); ) {
                Statement statement = each.next();
                if (statement.sum().keySet().stream().anyMatch(reached::contains)) {
                    reached.addAll(statement.sum().keySet());
                    linked.add(statement);
                    each.remove();
                    more = true;
                }
            }
        }
        return linked;
    }

    private static double solve(List<Statement> statements, Map<String, Double> sum, boolean most) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Map<String, Variable> variables = new HashMap<>();
        for (Statement statement : statements) {
            Expression expression = model.addExpression();
            statement
                    .sum()
                    .forEach((name, times) -> expression.set(
                            variables.computeIfAbsent(
                                    name, key -> model.addVariable(key).lower(0)),
                            times));
            if (statement.least() != Double.NEGATIVE_INFINITY) {
                expression.lower(BigDecimal.valueOf(statement.least()));
            }
            if (statement.most() != Double.POSITIVE_INFINITY) {
                expression.upper(BigDecimal.valueOf(statement.most()));
            }
        }
        sum.forEach((name, times) -> variables
                .computeIfAbsent(name, key -> model.addVariable(key).lower(0))
                .weight(times));
        Optimisation.Result result = most ? model.maximise() : model.minimise();
        if (!result.getState().isOptimal()) {
            throw new IllegalStateException("no solution: " + result.getState());
        }
        return result.getValue();
    }
}
