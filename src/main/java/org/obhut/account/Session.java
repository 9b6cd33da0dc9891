package org.obhut.account;

import java.time.Instant;

/** An open session: its random handle (256 bits, base64url; the API's bearer token), the caller and when it ends unless used. */
public record Session(String handle, Caller caller, Instant expiresAt) {}
