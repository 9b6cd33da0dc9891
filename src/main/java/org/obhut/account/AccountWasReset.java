package org.obhut.account;

import java.time.LocalDate;
import java.util.UUID;

/** A CDI event, part of the transaction: what is sealed to this person opens for nobody any more and is to be forgotten. */
public record AccountWasReset(UUID person, LocalDate on) {}
