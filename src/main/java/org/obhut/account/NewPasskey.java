package org.obhut.account;

/**
 * A passkey that somebody wants to add.
 *
 * @param label what they call it, 1 to {@link Passkeys#LONGEST} characters
 * @param challenge that it was made for
 * @param answer of the authenticator, as JSON ({@code RegistrationResponseJSON} of Web Authentication, section 5.1.8)
 */
public record NewPasskey(String label, String challenge, String answer) {}
