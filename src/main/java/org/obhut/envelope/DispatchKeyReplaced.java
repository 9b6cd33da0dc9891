package org.obhut.envelope;

/**
 * A CDI event, sent to its observers one after the other before old dispatch keys are destroyed: whoever keeps mails under a
 * dispatch key seals what is still to be sent under today's ({@link OperatingSecrets#advancedDispatch}). An observer that
 * fails keeps the old keys alive until the next run.
 *
 * @param today number of the day whose key is the current one
 */
public record DispatchKeyReplaced(int today) {}
