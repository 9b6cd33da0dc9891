package org.obhut.ticket;

import java.time.LocalDate;
import java.util.UUID;

/** A planned absence: from the first day to the last the deputy reads what is assigned to the person in this team. Names are sign-in names. */
public record Absence(UUID team, String teamName, String person, String deputy, LocalDate from, LocalDate to) {}
