package org.obhut.console;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.AccountReset;

/**
 * What a reset means, and then its link.
 *
 * @param link to be handed over; null before
 * @param wrong why nothing was done; null where nothing was refused
 */
public record AccountResetPage(
        UUID person,
        AccountReset.Consequences consequences,
        @Nullable String link,
        @Nullable String wrong) {}
