package org.obhut.console;

import java.util.List;
import org.obhut.ticket.ErasureProof;

/** The erasures of the last 12 months that somebody may prove, the newest first. */
public record ErasureProofsPage(List<ErasureProof> proofs) {}
