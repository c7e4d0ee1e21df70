package org.breakwater.adapters.localnet.world;

import java.util.List;
import org.breakwater.core.localnet.NetworkDescription.Account;
import tools.jackson.databind.JsonNode;

/// What belongs to a world and is on no chain.
///
/// @param residents everyone, in the order of the phrase's accounts
/// @param safeQueue the Safe transactions that wait, as a Safe Transaction Service tells them
/// @param texts what was written: `hash`, `address` and `content`
public record Papers(List<Account> residents, JsonNode safeQueue, JsonNode texts) {

    public Papers {
        residents = List.copyOf(residents);
    }
}
