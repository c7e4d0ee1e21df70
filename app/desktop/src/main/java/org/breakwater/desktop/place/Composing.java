package org.breakwater.desktop.place;

import java.time.InstantSource;
import org.breakwater.core.compose.Drafts;
import org.breakwater.core.exchange.SharedTransactions;
import org.breakwater.core.governor.BallotWords;
import org.breakwater.core.json.JsonTexts;

/// What it takes to write transactions, proposals and ballots.
///
/// @param drafts what is being written
/// @param ballots reasons of ballots, while they are written and afterwards
/// @param kept transactions that this machine knows by itself
/// @param texts reads interfaces and batches that are pasted
/// @param clock when something was written
public record Composing(
        Drafts drafts, BallotWords ballots, SharedTransactions kept, JsonTexts texts, InstantSource clock) {}
