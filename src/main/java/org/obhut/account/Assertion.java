package org.obhut.account;

/**
 * What a passkey signed for a sign-in.
 *
 * @param challenge that it was asked to sign
 * @param answer of the authenticator, as JSON ({@code AuthenticationResponseJSON} of Web Authentication, section 5.1.8)
 */
public record Assertion(String challenge, String answer) {}
