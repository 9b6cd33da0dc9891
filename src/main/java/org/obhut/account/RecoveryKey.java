package org.obhut.account;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.obhut.envelope.ReaderKey;

/**
 * The public half of a team's recovery key pair as the database has it: nothing is sealed to it before the pin says so. The private
 * half exists on paper only.
 *
 * @param number counts a team's recovery keys, from 1
 * @param holders who has which share, in their order
 * @param used whether two shares have been typed in since
 */
record RecoveryKey(UUID team, int number, ReaderKey key, LocalDate madeOn, List<String> holders, boolean used) {}
