package org.obhut.ticket;

/** A file that comes with a message. {@code name} and {@code type} are untrusted text; bytes are clear and wiped by nobody. */
public record AttachmentContent(String name, String type, byte[] bytes) {}
