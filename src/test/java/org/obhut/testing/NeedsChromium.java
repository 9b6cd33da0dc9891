package org.obhut.testing;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips browser tests where there is no Chromium, and says so; fails instead where they are required. */
final class NeedsChromium implements ExecutionCondition {

    private static final String HOW_TO_GET_IT = "no Chromium found; install it (Debian: apt-get install chromium)"
            + " or name its program with -Dobhut.chromium=PATH";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (SharedBrowser.chromium().isPresent()) {
            return ConditionEvaluationResult.enabled("Chromium is here");
        }
        if (Boolean.getBoolean("obhut.browser.required")) {
            throw new IllegalStateException("Browser tests are required, but " + HOW_TO_GET_IT);
        }
        System.out.println("Skipped " + context.getDisplayName() + ": " + HOW_TO_GET_IT);
        return ConditionEvaluationResult.disabled(HOW_TO_GET_IT);
    }
}
