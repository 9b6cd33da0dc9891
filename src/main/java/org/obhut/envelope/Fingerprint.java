package org.obhut.envelope;

/** SHA-256 of a sealing key under its own label; hex, 64 characters. Equal fingerprints mean equal keys. */
public record Fingerprint(String hex) {}
