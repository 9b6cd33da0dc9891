/**
 * OAuth 2.0 for mailboxes (RFC 6749): access tokens from the provider's token endpoint, and how a mail server is shown one.
 * Nothing that an endpoint says reaches a log or a person: its codes are turned into words of our own.
 */
@NullMarked
package org.obhut.oauth;

import org.jspecify.annotations.NullMarked;
